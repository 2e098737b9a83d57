package org.jeongmun.plugin.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.Rosters.Listing;
import org.jeongmun.spi.contract.EligibilityPluginContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rule about rosters")
class RosterPluginTest extends EligibilityPluginContract {
    private static final ApplicantFacts SOMEBODY = new ApplicantFacts(LocalDate.of(1962, 1, 1));

    @Override
    protected EligibilityPlugin plugin() {
        return new RosterPlugin();
    }

    @Override
    protected Map<String, String> validSettings() {
        return Map.of("roster", "health-workers");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "LISTED, Member ROSTER_LISTED",
        "NOT_LISTED, NotMember ROSTER_NOT_LISTED",
        "UNKNOWN, Undetermined ROSTER_UNKNOWN"
    })
    void saysWhatTheRosterSays(Listing listing, String verdict) throws InvalidSettingsException {
        List<String> asked = new ArrayList<>();
        var answer = plugin().rule(validSettings()).evaluate(SOMEBODY, roster -> {
            asked.add(roster);
            return listing;
        });
        assertEquals(verdict, answer.getClass().getSimpleName() + " " + answer.reason());
        assertEquals(List.of("health-workers"), asked);
    }

    @Test
    void saysNothingWithoutARoster() throws InvalidSettingsException {
        assertEquals(
                "ROSTER_UNKNOWN",
                plugin().rule(validSettings()).evaluate(SOMEBODY).reason().value());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "Nurses", "-a", "a b", "../x", "의료진"})
    void refusesWhatIsNoId(String roster) {
        InvalidSettingsException refusal =
                assertThrows(InvalidSettingsException.class, () -> plugin().rule(Map.of("roster", roster)));
        assertEquals("roster", refusal.key());
    }
}
