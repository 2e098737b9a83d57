package org.jeongmun.pluginhost;

import static org.jeongmun.pluginhost.JarBuilder.jar;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules.Fault;
import org.jeongmun.schedule.EligibilityRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rules that plugins bring")
class PluginEligibilityRulesTest {
    private static Plugins plugins;

    @BeforeAll
    static void loadAPluginThatIsChoosy() {
        plugins = Plugins.load(List.of(jar("choosy.jar")
                .source("one.Choosy", """
                        package one;
                        import java.util.Map;
                        import org.jeongmun.spi.*;
                        public final class Choosy implements EligibilityPlugin {
                            public PluginId id() { return new PluginId("cohort-choosy"); }
                            public CohortRule rule(Map<String, String> settings) throws InvalidSettingsException {
                                switch (settings.getOrDefault("mood", "")) {
                                    case "good": return facts -> Verdict.member("YES");
                                    case "null": return null;
                                    case "throw": throw new IllegalStateException("in\\nso many\\r\\nlines");
                                    case "die": throw new NoClassDefFoundError("gone/Library");
                                    default: throw new InvalidSettingsException("mood", "Not a\\nmood.", "Write good.");
                                }
                            }
                        }
                        """)
                .file("META-INF/services/org.jeongmun.spi.EligibilityPlugin", "one.Choosy")
                .build()));
    }

    @AfterAll
    static void closePlugins() {
        plugins.close();
    }

    @Test
    void areFineWithSettingsThatThePluginTakes() {
        assertEquals(Optional.empty(), faultOf("cohort-choosy", "good"));
    }

    @Test
    void nameTheSettingAtFaultAndTheRemedy() {
        assertEquals(
                Optional.of(new Fault(Optional.of("mood"), "Not a mood. Write good.")),
                faultOf("cohort-choosy", "gloomy"));
    }

    @Test
    void nameTheRulesThereAreWhenThereIsNoSuchRule() {
        assertEquals(
                Optional.of(new Fault(
                        Optional.empty(),
                        "No plugin brings the rule 'cohort-birth-yaer'. Write one of: cohort-choosy;"
                                + " or add its jar to the folder of plugins.")),
                faultOf("cohort-birth-yaer", "good"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "null  | made no rule",
                "throw | threw java.lang.IllegalStateException: in so many lines",
                "die   | threw java.lang.NoClassDefFoundError: gone/Library"
            })
    void nameThePluginAndItsJarWhenItFails(String mood, String what) {
        assertEquals(
                Optional.of(new Fault(
                        Optional.empty(), "The plugin 'cohort-choosy' in choosy.jar " + what + ". Ask its author.")),
                faultOf("cohort-choosy", mood));
    }

    private static Optional<Fault> faultOf(String name, String mood) {
        return new PluginEligibilityRules(plugins).faultOf(new EligibilityRule(name, Map.of("mood", mood)));
    }
}
