package org.jeongmun.acceptance.doors;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs inside a portal under test as a Java agent and puts classes in place of the portal's own. It needs the JDK
 * alone.
 */
public final class LeakyAgent {
    private LeakyAgent() {}

    /**
     * Called by the JVM before {@code main}.
     *
     * @param folder with the class files that replace the portal's
     */
    public static void premain(String folder, Instrumentation instrumentation) throws IOException {
        Map<String, byte[]> replaced = new HashMap<>();
        for (String name :
                new String[] {"org/jeongmun/gate/RouteTable", "org/jeongmun/launcher/outerlock/GateInPlace"}) {
            replaced.put(name, Files.readAllBytes(Path.of(folder, name + ".class")));
        }
        instrumentation.addTransformer(new Replacement(replaced));
    }

    private static final class Replacement implements ClassFileTransformer {
        private final Map<String, byte[]> replaced;

        private Replacement(Map<String, byte[]> replaced) {
            this.replaced = replaced;
        }

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
            return replaced.get(name);
        }
    }
}
