package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.JarBuilder.jar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.PluginId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The plugins of an installation")
class PluginsTest {
    private static final ApplicantFacts SOMEBODY = new ApplicantFacts(LocalDate.of(1962, 1, 1));
    private static final String YES = "return Verdict.member(\"YES\");";

    @Test
    void mayNotShareAnIdAndBothJarsAreNamed() {
        PluginJar first = jar("first.jar").rule("one.Rule", "cohort-twin", YES).build();
        PluginJar second =
                jar("second.jar").rule("two.Rule", "cohort-twin", YES).build();
        String message = refusal(first, second);
        for (String part : List.of("'cohort-twin'", "one.Rule in first.jar", "two.Rule in second.jar", "Remove one")) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void mayNotShareAnIdAcrossKindsEither() {
        PluginJar rule =
                jar("rule.jar").rule("one.Rule", "clinic-lookup-twin", YES).build();
        PluginJar lookup = lookup("lookup.jar", "clinic-lookup-twin", "v1/clinics");
        assertTrue(refusal(rule, lookup).contains("rule.jar"));
        assertTrue(refusal(lookup, rule).contains("lookup.jar"));
    }

    @Test
    void eachSeeTheirOwnVersionOfALibrary() {
        String oldLibrary =
                "package library; public final class Version { public static String text() { return \"OLD\"; } }";
        String verdict = "return Verdict.member(library.Version.text());";
        PluginJar before = jar("before.jar")
                .source("library.Version", oldLibrary)
                .rule("one.Rule", "cohort-before", verdict)
                .build();
        PluginJar after = jar("after.jar")
                .source("library.Version", oldLibrary.replace("OLD", "NEW"))
                .rule("two.Rule", "cohort-after", verdict)
                .build();
        try (Plugins plugins = Plugins.load(List.of(before, after))) {
            assertEquals("OLD", reason(plugins, "cohort-before"));
            assertEquals("NEW", reason(plugins, "cohort-after"));
            assertEquals(
                    List.of(new PluginId("cohort-after"), new PluginId("cohort-before")), plugins.eligibilityIds());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "org.jeongmun.pluginhost.Plugins",
                "org.jeongmun.schedule.OpeningSchedule",
                "org.jeongmun.eligibility.Applicant",
                "jakarta.inject.Inject",
                "jakarta.servlet.Filter",
                "org.eclipse.microprofile.config.Config",
                "org.junit.jupiter.api.Test",
                "one.Rule"
            })
    void doNotSeeClassesOfThePortalTheServerOrEachOther(String className) {
        String lookForIt = "try { Class.forName(\"%s\"); return Verdict.member(\"SEEN\"); } "
                + "catch (ClassNotFoundException e) { return Verdict.notMember(\"UNSEEN\"); }";
        PluginJar other = jar("other.jar").rule("one.Rule", "cohort-other", YES).build();
        PluginJar curious = jar("curious.jar")
                .rule("two.Rule", "cohort-curious", lookForIt.formatted(className))
                .build();
        try (Plugins plugins = Plugins.load(List.of(other, curious))) {
            assertEquals("UNSEEN", reason(plugins, "cohort-curious"));
        }
    }

    @Test
    void seeTheSpiTheJdkAndTheirOwnResourcesThroughTheThreadsLoader() {
        String look = """
                var loader = Thread.currentThread().getContextClassLoader();
                boolean own = loader.getResource("two/own.txt") != null;
                boolean others = loader.getResource("META-INF/beans.xml") != null
                        || loader.getResource("org/jeongmun/pluginhost/Plugins.class") != null;
                java.sql.Date.valueOf("2021-07-14");
                return own && !others ? Verdict.member("AS_PROMISED") : Verdict.notMember("ASTRAY");
                """;
        PluginJar plugin = jar("plugin.jar")
                .rule("two.Rule", "cohort-look", look)
                .file("two/own.txt", "own")
                .build();
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (Plugins plugins = Plugins.load(List.of(plugin))) {
            assertEquals("AS_PROMISED", reason(plugins, "cohort-look"));
        }
        assertEquals(before, Thread.currentThread().getContextClassLoader());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"Cohort-Upper", "cohort", "cohort--two", "cohort_low", "", "코호트-하나", "cohort-a/../b"})
    void needAnIdThatIsSpelledAsOne(String id) {
        String message = refusal(jar("odd.jar").rule("one.Rule", id, YES).build());
        assertTrue(message.contains("odd.jar"), message);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "/v1", "v1/", "v1//clinics", "../admin", "v1/*", "V1/clinics", "v1/%63linics", "v1;x"})
    void declareLookUpPathsThatAreSpelledExactly(String path) {
        String message = refusal(lookup("odd.jar", "clinic-lookup-odd", path));
        assertTrue(message.contains("odd.jar") && message.contains("'" + path + "'"), message);
    }

    @Test
    void tellThePathsThatLookUpsDeclared() {
        try (Plugins plugins = Plugins.load(List.of(lookup("fine.jar", "clinic-lookup-fine", "v1/clinics.json")))) {
            assertEquals(
                    "{clinic-lookup-fine=[v1/clinics.json]}",
                    plugins.lookupPaths().toString());
            assertTrue(plugins.eligibilityIds().isEmpty());
            assertEquals(List.of("clinic-lookup-fine fine.jar"), plugins.descriptions());
        }
    }

    @Test
    void mustBeCreatedAndOneThatThrowsStopsTheStart() {
        PluginJar throwing = jar("throwing.jar")
                .source("one.Rule", """
                        package one;
                        import org.jeongmun.spi.*;
                        public final class Rule implements EligibilityPlugin {
                            public Rule() { throw new IllegalStateException("no licence"); }
                            public PluginId id() { return null; }
                            public CohortRule rule(java.util.Map<String, String> settings) { return null; }
                        }
                        """)
                .file("META-INF/services/org.jeongmun.spi.EligibilityPlugin", "one.Rule")
                .build();
        assertTrue(refusal(throwing).contains("throwing.jar"));
    }

    @Test
    void includeNoJarWithoutAPlugin() {
        String message =
                refusal(jar("library.jar").file("library/readme.txt", "hello").build());
        assertTrue(message.contains("library.jar carries no plugin"), message);
    }

    @Test
    void areReadFromAFolderInTheOrderOfTheirNames(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("b.jar"), new byte[] {1});
        Files.write(folder.resolve("a.jar"), new byte[] {2});
        Files.write(folder.resolve("notes.txt"), new byte[] {3});
        Files.createDirectory(folder.resolve("c.jar"));
        assertEquals(
                List.of(
                        folder.resolve("a.jar").toString(),
                        folder.resolve("b.jar").toString()),
                PluginJars.inFolder(folder).stream().map(PluginJar::name).toList());
    }

    @Test
    void comeFromAFolderThatIsThere(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        PluginsRefusedException refusal =
                assertThrows(PluginsRefusedException.class, () -> PluginJars.inFolder(missing));
        assertTrue(refusal.getMessage().contains(missing.toString()));
    }

    @Test
    void areNamedWhenTheirJarIsDamaged() throws IOException {
        PluginJar damaged =
                PluginJar.read("damaged.jar", new ByteArrayInputStream("not a zip".getBytes(StandardCharsets.UTF_8)));
        assertTrue(refusal(damaged).contains("damaged.jar cannot be read"));
    }

    @Test
    void areFoundInsideAWar() throws IOException {
        ByteArrayOutputStream war = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(war)) {
            for (String path : List.of("WEB-INF/lib/x.jar", "WEB-INF/plugins/p.jar", "WEB-INF/plugins/readme.txt")) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(1);
                zip.closeEntry();
            }
        }
        List<PluginJar> jars = PluginJars.inWar(new ByteArrayInputStream(war.toByteArray()));
        assertEquals(
                List.of("WEB-INF/plugins/p.jar"),
                jars.stream().map(PluginJar::name).toList());
    }

    private static PluginJar lookup(String name, String id, String path) {
        return jar(name)
                .source("look.Up", """
                        package look;
                        import java.util.*;
                        import org.jeongmun.spi.*;
                        public final class Up implements ClinicLookupPlugin {
                            public PluginId id() { return new PluginId("%s"); }
                            public Set<String> paths() { return Set.of("%s"); }
                            public LookupAnswer answer(LookupRequest request, Availability availability) { return null; }
                        }
                        """.formatted(id, path))
                .file("META-INF/services/org.jeongmun.spi.ClinicLookupPlugin", "look.Up")
                .build();
    }

    private static String refusal(PluginJar... jars) {
        PluginsRefusedException refusal = assertThrows(
                PluginsRefusedException.class, () -> Plugins.load(List.of(jars)).close());
        assertFalse(refusal.getMessage().contains("\n"), "It is one line.");
        return refusal.getMessage();
    }

    private static String reason(Plugins plugins, String id) {
        return plugins.eligibility(id).orElseThrow().call(plugin -> {
            try {
                return plugin.rule(Map.of()).evaluate(SOMEBODY).reason().value();
            } catch (InvalidSettingsException e) {
                throw new AssertionError(e);
            }
        });
    }
}
