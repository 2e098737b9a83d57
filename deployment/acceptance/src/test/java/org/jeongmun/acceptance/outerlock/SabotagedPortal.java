package org.jeongmun.acceptance.outerlock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;

/** A portal with a second application beside it, and with one lock that lets everything pass. */
final class SabotagedPortal implements AutoCloseable {
    /** What the second application would show. */
    static final String SECRET = "a door that nobody locked";

    private static final String EVERYTHING_PASSES = """
            package org.jeongmun.gate;
            public final class Gate {
                public static GateDecision decide(RouteClass route, org.jeongmun.schedule.PortalStatus status) {
                    return GateDecision.Pass.PASS;
                }
            }
            """;

    private final Path tools;
    private final Portal portal;

    /** Which lock lets everything pass. */
    enum Sabotaged {
        INNER,
        OUTER,
        BOTH,
        NONE
    }

    private SabotagedPortal(Path tools, Portal portal) {
        this.tools = tools;
        this.portal = portal;
    }

    /** Starts one and waits until the second application is deployed. */
    static SabotagedPortal start(Sabotaged lock, String clock) throws IOException {
        String name = "sabotaged-" + lock.name().toLowerCase(java.util.Locale.ROOT);
        Path tools = Folders.create(name + "-tools");
        Path done = tools.resolve("second.done");
        SabotagedPortal started;
        try {
            started = new SabotagedPortal(tools, started(lock, clock, name, tools, done));
        } catch (Throwable failed) {
            Folders.delete(tools);
            throw failed;
        }
        try {
            Awaitility.await("the second application")
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> Files.exists(done) && Files.size(done) > 0);
            assertEquals("deployed", Files.readString(done));
            return started;
        } catch (Throwable failed) {
            started.close();
            throw failed;
        }
    }

    private static Portal started(Sabotaged lock, String clock, String name, Path tools, Path done) throws IOException {
        Path wrong = wrongDecision(tools);
        Path second = secondApplication(tools);
        Path agent = agent(tools);
        Path folder = Folders.create(name);
        String arguments = String.join(
                "|",
                lock.name(),
                wrong.toString(),
                second.toString(),
                folder.resolve("portal.properties").toString(),
                done.toString());
        PortalPlan plan = new PortalPlan(
                name,
                List.of("--demo", "--demo-clock", clock),
                List.of("-javaagent:%s=%s".formatted(agent, arguments)),
                Map.of(),
                List.of());
        return Portal.start(plan, PortalJar.file(), folder);
    }

    URI publicUrl() {
        return portal.published().publicUrl();
    }

    Portal portal() {
        return portal;
    }

    @Override
    public void close() {
        portal.close();
        Folders.delete(tools);
    }

    private static Path wrongDecision(Path tools) throws IOException {
        Path source = Files.writeString(tools.resolve("Gate.java"), EVERYTHING_PASSES);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", tools.toString(), source.toString());
        assertEquals(0, result);
        return tools.resolve("org/jeongmun/gate/Gate.class");
    }

    private static Path agent(Path tools) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Saboteur.class.getName());
        Path jar = tools.resolve("saboteur.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> part : List.of(Saboteur.class, Saboteur.class.getDeclaredClasses()[0])) {
                String file = part.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(file));
                copy(file, out);
            }
        }
        return jar;
    }

    private static void copy(String resource, OutputStream out) {
        try (InputStream in = SabotagedPortal.class.getClassLoader().getResourceAsStream(resource)) {
            in.transferTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path secondApplication(Path tools) throws IOException {
        Path war = tools.resolve("second.war");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(war))) {
            for (String page : List.of("index.html", "hello.html", "inside/hello.html", "slots.json")) {
                out.putNextEntry(new ZipEntry(page));
                out.write(SECRET.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
        return war;
    }
}
