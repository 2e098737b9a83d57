package org.jeongmun.benchmark.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jeongmun.spi.PluginId;

/** Plugins that differ in their ids alone, each in a jar of its own, built as somebody else would build them. */
public final class RuleJars {
    private static final String SOURCE = """
            package rule%1$d;

            import java.util.Map;
            import org.jeongmun.spi.CohortRule;
            import org.jeongmun.spi.EligibilityPlugin;
            import org.jeongmun.spi.PluginId;
            import org.jeongmun.spi.Verdict;

            public final class Plugin implements EligibilityPlugin {
                @Override
                public PluginId id() {
                    return new PluginId("%2$s");
                }

                @Override
                public Map<String, String> settings() {
                    return Map.of("year", "a year of birth");
                }

                @Override
                public CohortRule rule(Map<String, String> settings) {
                    int year = Integer.parseInt(settings.get("year"));
                    return facts -> facts.birthDate().getYear() == year
                            ? Verdict.member("THIS_YEAR") : Verdict.notMember("ANOTHER_YEAR");
                }
            }
            """;

    private RuleJars() {}

    /** @return the id of the plugin of that number, as a campaign file says it; its one setting is {@code year} */
    public static String id(int number) {
        return "cohort-copy-%d".formatted(number);
    }

    /** Writes the plugins 0 to {@code count} - 1 into a folder. */
    public static void write(Path folder, int count) throws IOException {
        Path work = Files.createTempDirectory("jeongmun-benchmark-classes-");
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    "--release",
                    "17",
                    "-cp",
                    spi(),
                    "-d",
                    work.resolve("classes").toString()));
            for (int number = 0; number < count; number++) {
                Path source =
                        Files.createDirectories(work.resolve("rule" + number)).resolve("Plugin.java");
                arguments.add(Files.writeString(source, SOURCE.formatted(number, id(number)))
                        .toString());
            }
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IOException("The copies of a plugin do not compile.");
            }
            for (int number = 0; number < count; number++) {
                write(folder.resolve(id(number) + ".jar"), work.resolve("classes"), "rule" + number);
            }
        } finally {
            delete(work);
        }
    }

    private static String spi() {
        return Path.of(PluginId.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    private static void write(Path jar, Path classes, String name) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            String file = name + "/Plugin.class";
            out.putNextEntry(new JarEntry(file));
            out.write(Files.readAllBytes(classes.resolve(file)));
            out.putNextEntry(new JarEntry("META-INF/services/org.jeongmun.spi.EligibilityPlugin"));
            out.write((name + ".Plugin\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
