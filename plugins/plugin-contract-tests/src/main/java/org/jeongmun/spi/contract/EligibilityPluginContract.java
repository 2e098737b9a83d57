package org.jeongmun.spi.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.Rosters;
import org.jeongmun.spi.Verdict;
import org.junit.jupiter.api.Test;

/** The contract of {@link EligibilityPlugin}; every such plugin's test extends this. */
public abstract class EligibilityPluginContract {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    private static final String UNKNOWN = "no-such-setting";

    /** For subclasses. */
    protected EligibilityPluginContract() {}

    /** @return a new plugin, made with its public no-argument constructor */
    protected abstract EligibilityPlugin plugin();

    /** @return settings that the plugin takes */
    protected abstract Map<String, String> validSettings();

    /** @return those of the valid settings that must not be left out; all of them unless overridden */
    protected List<String> neededSettings() {
        return List.copyOf(validSettings().keySet());
    }

    @Test
    void isRegisteredForTheServiceLoader() {
        assertTrue(
                ServiceLoader.load(EligibilityPlugin.class).stream()
                        .anyMatch(each -> each.type() == plugin().getClass()),
                "META-INF/services/" + EligibilityPlugin.class.getName() + " names the plugin's class.");
    }

    @Test
    void hasOneAndTheSameIdOnEveryCall() {
        EligibilityPlugin plugin = plugin();
        assertNotNull(plugin.id());
        assertEquals(plugin.id(), plugin.id());
        assertEquals(plugin.id(), plugin().id());
    }

    @Test
    void refusesAMissingSettingByItsKey() {
        for (String key : neededSettings()) {
            Map<String, String> settings = new HashMap<>(validSettings());
            settings.remove(key);
            assertRefused(key, settings);
        }
    }

    @Test
    void refusesASettingWithoutAValueByItsKey() {
        for (String key : neededSettings()) {
            Map<String, String> settings = new HashMap<>(validSettings());
            settings.put(key, null);
            assertRefused(key, settings);
            settings.put(key, "");
            assertRefused(key, settings);
        }
    }

    @Test
    void refusesAnUnknownSettingByItsKey() {
        Map<String, String> settings = new HashMap<>(validSettings());
        settings.put(UNKNOWN, "1");
        assertRefused(UNKNOWN, settings);
    }

    @Test
    void keepsNoHoldOfTheSettingsItWasGiven() throws InvalidSettingsException {
        Map<String, String> settings = new HashMap<>(validSettings());
        CohortRule rule = plugin().rule(settings);
        List<Verdict> before = verdictsOnEveryDay(rule);
        settings.clear();
        assertEquals(before, verdictsOnEveryDay(rule));
    }

    @Test
    void answersForEveryBirthDateFrom1900To2030() throws InvalidSettingsException {
        CohortRule rule = plugin().rule(validSettings());
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            Verdict verdict = rule.evaluate(new ApplicantFacts(day));
            assertNotNull(verdict, "The verdict on " + day);
        }
    }

    @Test
    void answersWhateverARosterSays() throws InvalidSettingsException {
        CohortRule rule = plugin().rule(validSettings());
        for (Rosters.Listing listing : Rosters.Listing.values()) {
            Verdict verdict = rule.evaluate(new ApplicantFacts(LAST), roster -> listing);
            assertNotNull(verdict, "The verdict on somebody who is " + listing);
            assertEquals(verdict, rule.evaluate(new ApplicantFacts(LAST), roster -> listing));
        }
    }

    @Test
    void makesEqualRulesFromEqualSettings() throws InvalidSettingsException {
        assertEquals(
                verdictsOnEveryDay(plugin().rule(validSettings())),
                verdictsOnEveryDay(plugin().rule(new HashMap<>(validSettings()))));
    }

    @Test
    void answersManyThreadsAsItAnswersOne() throws Exception {
        EligibilityPlugin plugin = plugin();
        CohortRule shared = plugin.rule(validSettings());
        List<Verdict> alone = verdictsOnEveryDay(plugin().rule(validSettings()));
        for (List<Verdict> together : ManyThreads.each(() -> {
            List<Verdict> ofAnother = verdictsOnEveryDay(plugin.rule(validSettings()));
            assertEquals(alone, ofAnother);
            return verdictsOnEveryDay(shared);
        })) {
            assertEquals(alone, together);
        }
    }

    private void assertRefused(String key, Map<String, String> settings) {
        InvalidSettingsException refusal =
                assertThrows(InvalidSettingsException.class, () -> plugin().rule(settings), "Settings " + settings);
        assertEquals(key, refusal.key());
        assertFalse(refusal.problem().isBlank(), "It says what is wrong.");
        assertFalse(refusal.remedy().isBlank(), "It says what to do.");
        assertFalse(refusal.getMessage().contains("\n"), "It says so in one line.");
    }

    private static List<Verdict> verdictsOnEveryDay(CohortRule rule) {
        List<Verdict> verdicts = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            verdicts.add(rule.evaluate(new ApplicantFacts(day)));
        }
        return verdicts;
    }
}
