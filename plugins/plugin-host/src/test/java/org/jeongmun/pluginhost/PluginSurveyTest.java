package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.JarBuilder.jar;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jeongmun.spi.SpiVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A survey of plugin jars")
class PluginSurveyTest {
    private static final String YES = "return Verdict.member(\"YES\");";

    @Test
    void goesOnBehindAJarThatWouldStopTheStart() {
        PluginJar first = jar("first.jar").rule("one.Rule", "cohort-one", YES).build();
        PluginJar twin = jar("twin.jar").rule("two.Rule", "cohort-one", YES).build();
        PluginJar door = jar("door.jar")
                .rule("three.Rule", "cohort-three", YES)
                .file("META-INF/resources/index.html", "open")
                .build();
        PluginJar last = jar("last.jar").rule("four.Rule", "cohort-four", YES).build();

        PluginSurvey survey = PluginSurvey.of(List.of(first, twin, door, last));

        assertEquals(
                List.of("cohort-four last.jar", "cohort-one first.jar"),
                survey.found().stream()
                        .map(each -> each.id() + " " + each.jar())
                        .toList());
        assertEquals(Set.of("twin.jar", "door.jar"), survey.refused().keySet());
        assertTrue(survey.refused().get("twin.jar").contains("cohort-one"), survey::toString);
        assertTrue(survey.refused().get("door.jar").contains("META-INF/resources/index.html"), survey::toString);
    }

    @Test
    void tellsWhatAPluginSaysOfItself() {
        PluginJar rule = jar("rule.jar")
                .source("one.Rule", """
                        package one;
                        import java.util.Map;
                        import org.jeongmun.spi.*;
                        public final class Rule implements EligibilityPlugin {
                            public PluginId id() { return new PluginId("cohort-one"); }
                            public Map<String, String> settings() { return Map.of("from", "the first year"); }
                            public CohortRule rule(Map<String, String> settings) { return null; }
                        }
                        """)
                .file("META-INF/services/org.jeongmun.spi.EligibilityPlugin", "one.Rule")
                .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nImplementation-Version: 2.3\nJeongmun-Spi: 1\n")
                .build();

        PluginDescription told = PluginSurvey.of(List.of(rule)).found().get(0);

        assertEquals("2.3", told.version());
        assertEquals(Map.of("from", "the first year"), told.settings());
        assertEquals(Set.of(), told.paths());
    }

    @Test
    void refusesAJarThatWasBuiltAgainstAnotherSpi() {
        PluginJar later = jar("later.jar")
                .rule("one.Rule", "cohort-one", YES)
                .file("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nJeongmun-Spi: 2\n")
                .build();

        String reason = PluginSurvey.of(List.of(later)).refused().get("later.jar");

        assertTrue(reason.contains("SPI 2") && reason.contains("SPI " + SpiVersion.CURRENT), reason);
    }
}
