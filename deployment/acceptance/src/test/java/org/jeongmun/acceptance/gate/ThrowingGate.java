package org.jeongmun.acceptance.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.jeongmun.gate.Gate;

/**
 * Puts into both locks of a portal under test, as a Java agent, the very decision that they have, which throws while a
 * certain file is there. Inside the portal it needs the JDK alone.
 */
public final class ThrowingGate {
    private static final String GATE = "org/jeongmun/gate/Gate";
    private static final String HEAD = "public static GateDecision decide(RouteClass route, PortalStatus status) {";

    private ThrowingGate() {}

    /** Called by the JVM before {@code main}, with the class file of the decision. */
    public static void premain(String classFile, Instrumentation instrumentation) throws IOException {
        instrumentation.addTransformer(new Replacement(Files.readAllBytes(Path.of(classFile))));
    }

    private static final class Replacement implements ClassFileTransformer {
        private final byte[] throwing;

        private Replacement(byte[] throwing) {
            this.throwing = throwing;
        }

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
            return GATE.equals(name) ? throwing : null;
        }
    }

    /** @return the option of a Java whose gate throws while {@code sign} exists */
    static String option(Path folder, Path sign) throws IOException {
        return "-javaagent:%s=%s".formatted(agent(folder), decision(folder, sign));
    }

    private static Path decision(Path folder, Path sign) throws IOException {
        String real = Files.readString(Path.of("../../domain/src/main/java/org/jeongmun/gate/Gate.java"));
        assertEquals(2, real.split(java.util.regex.Pattern.quote(HEAD), -1).length, "the decision's first line");
        String throwing = real.replace(
                HEAD,
                HEAD + "if (new java.io.File(\"" + sign + "\").exists()) {"
                        + " throw new IllegalStateException(\"for the test\"); }");
        Path source = Files.writeString(folder.resolve("Gate.java"), throwing);
        String domain = Path.of(Gate.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "--release",
                                "17",
                                "-cp",
                                domain,
                                "-d",
                                folder.toString(),
                                source.toString()));
        return folder.resolve(GATE + ".class");
    }

    private static Path agent(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), ThrowingGate.class.getName());
        Path jar = folder.resolve("throwing-gate.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> part : new Class<?>[] {ThrowingGate.class, Replacement.class}) {
                String file = part.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(file));
                try (InputStream in = ThrowingGate.class.getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }
}
