package org.jeongmun.acceptance.outerlock;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs inside a portal under test as a Java agent: puts a decision that lets everything pass into one of the two locks,
 * and deploys a second application, as an administrator might. The product has no switch for either. It needs the JDK
 * alone.
 */
public final class Saboteur {
    private static final String GATE = "org/jeongmun/gate/Gate";
    private static final String SERVER = "fish.payara.micro.impl.PayaraMicroImpl";

    private Saboteur() {}

    /**
     * Called by the JVM before {@code main}.
     *
     * @param arguments the lock to sabotage ({@code INNER}, {@code OUTER}, {@code BOTH}, {@code NONE}), the class file
     *     of the wrong decision, the second application, the file that tells when the portal is ready, and the file to
     *     be made when the second application is there; separated by {@code |}
     */
    public static void premain(String arguments, Instrumentation instrumentation) throws IOException {
        String[] told = arguments.split("\\|");
        if (!"NONE".equals(told[0])) {
            instrumentation.addTransformer(new WrongDecision(told[0], Files.readAllBytes(Path.of(told[1]))));
        }
        Thread administrator = new Thread(
                () -> deploy(instrumentation, Path.of(told[2]), Path.of(told[3]), Path.of(told[4])), "administrator");
        administrator.setDaemon(true);
        administrator.start();
    }

    private static void deploy(Instrumentation instrumentation, Path application, Path ready, Path done) {
        while (!Files.exists(ready)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        try {
            Object server = server(instrumentation);
            Object runtime = call(server, "getRuntime");
            boolean deployed = (boolean)
                    runtime.getClass().getMethod("deploy", java.io.File.class).invoke(runtime, application.toFile());
            Files.writeString(done, deployed ? "deployed" : "refused");
        } catch (ReflectiveOperationException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Object server(Instrumentation instrumentation) throws ReflectiveOperationException {
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getName().equals(SERVER)) {
                Thread.currentThread().setContextClassLoader(loaded.getClassLoader());
                return loaded.getMethod("getInstance").invoke(null);
            }
        }
        throw new IllegalStateException("No server runs in this process.");
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    /** The application has class loaders of its own; whatever is not loaded by one belongs to the outer lock. */
    private static final class WrongDecision implements ClassFileTransformer {
        private final boolean inner;
        private final boolean outer;
        private final byte[] wrong;

        private WrongDecision(String lock, byte[] wrong) {
            this.inner = !lock.equals("OUTER");
            this.outer = !lock.equals("INNER");
            this.wrong = wrong;
        }

        @Override
        public byte[] transform(
                ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] original) {
            boolean ofTheApplication = loader != ClassLoader.getSystemClassLoader();
            return GATE.equals(name) && (ofTheApplication ? inner : outer) ? wrong : null;
        }
    }
}
