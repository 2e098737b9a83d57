package org.jeongmun.acceptance.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalPlan;

/**
 * A portal whose two locks both take a handful of addresses for notices, with a sabotaged application behind them and a
 * launcher that does not look whether the gate is first.
 */
final class LeakyPortal implements AutoCloseable {
    /** What both locks let pass, although the list of URLs has none of it. */
    static final List<String> LEAKS = List.of(
            "/sabotage/servlet",
            "/sabotage/filter",
            "/sabotage/error",
            "/sabotage/socket",
            "/index.html",
            "/slots.json",
            "/clinics.xhtml",
            "/lookup/clinic-lookup-portal/v1/clinics",
            "/META-INF/MANIFEST.MF");

    private static final String ROUTE_TABLE = """
            package org.jeongmun.gate;
            import java.util.*;
            public final class RouteTable {
                private static final Set<String> LEAKS = Set.of("%s");
                private final Map<String, RouteClass> routes;
                public RouteTable(Map<String, RouteClass> routes) { this.routes = Map.copyOf(routes); }
                public RouteClass classOf(String path) {
                    if (path == null) { return RouteClass.NONE; }
                    return LEAKS.contains(path) ? RouteClass.NOTICE : routes.getOrDefault(path, RouteClass.NONE);
                }
                public Set<String> paths() { return new TreeSet<>(routes.keySet()); }
            }
            """;
    private static final String LAX = """
            package org.jeongmun.launcher.outerlock;
            public final class GateInPlace { public static void require() { } }
            """;

    private final Path tools;
    private final Portal portal;

    private LeakyPortal(Path tools, Portal portal) {
        this.tools = tools;
        this.portal = portal;
    }

    static LeakyPortal start(String clock) throws IOException {
        Path tools = Folders.create("leaky-tools");
        try {
            return new LeakyPortal(tools, started(tools, clock));
        } catch (Throwable failed) {
            Folders.delete(tools);
            throw failed;
        }
    }

    private static Portal started(Path tools, String clock) throws IOException {
        compile(tools, "RouteTable", ROUTE_TABLE.formatted(String.join("\", \"", LEAKS)));
        compile(tools, "GateInPlace", LAX);
        Path war = tools.resolve("war.jar");
        SabotagedWar.export(war, tools.resolve("org/jeongmun/gate/RouteTable.class"));
        PortalPlan plan = new PortalPlan(
                "leaky",
                List.of("--demo", "--demo-clock", clock),
                List.of("-javaagent:%s=%s".formatted(agent(tools), tools), "-Xbootclasspath/a:" + war),
                Map.of(),
                List.of());
        return Portal.start(plan);
    }

    Portal portal() {
        return portal;
    }

    @Override
    public void close() {
        portal.close();
        Folders.delete(tools);
    }

    private static void compile(Path tools, String name, String text) throws IOException {
        Path source = Files.writeString(tools.resolve(name + ".java"), text);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "--release",
                                "17",
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                tools.toString(),
                                source.toString()));
    }

    private static Path agent(Path tools) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), LeakyAgent.class.getName());
        Path jar = tools.resolve("leaky-agent.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> part : List.of(LeakyAgent.class, LeakyAgent.class.getDeclaredClasses()[0])) {
                String file = part.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(file));
                try (InputStream in = LeakyPortal.class.getClassLoader().getResourceAsStream(file)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }
}
