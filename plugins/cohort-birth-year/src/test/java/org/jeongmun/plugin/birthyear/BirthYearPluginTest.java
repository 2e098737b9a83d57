package org.jeongmun.plugin.birthyear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Map;
import java.util.TimeZone;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.contract.EligibilityPluginContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The birth year rule")
class BirthYearPluginTest extends EligibilityPluginContract {
    private static final Map<String, String> BORN_1962_TO_1966 = Map.of("from", "1962", "to", "1966");

    @Override
    protected EligibilityPlugin plugin() {
        return new BirthYearPlugin();
    }

    @Override
    protected Map<String, String> validSettings() {
        return BORN_1962_TO_1966;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1900-01-01, BIRTH_YEAR_TOO_EARLY",
        "1960-02-29, BIRTH_YEAR_TOO_EARLY",
        "1961-08-10, BIRTH_YEAR_TOO_EARLY",
        "1961-12-31, BIRTH_YEAR_TOO_EARLY",
        "1962-01-01, BIRTH_YEAR_IN_RANGE",
        "1964-02-29, BIRTH_YEAR_IN_RANGE",
        "1966-12-31, BIRTH_YEAR_IN_RANGE",
        "1967-01-01, BIRTH_YEAR_TOO_LATE",
        "1968-02-29, BIRTH_YEAR_TOO_LATE",
        "2030-12-31, BIRTH_YEAR_TOO_LATE"
    })
    void includesBothYearsAndNoDayMore(LocalDate birthDate, String reason) throws InvalidSettingsException {
        assertEquals(reason, reasonFor(birthDate, BORN_1962_TO_1966));
    }

    @ParameterizedTest(name = "in {0}")
    @CsvSource({"Asia/Seoul", "UTC", "Pacific/Kiritimati", "America/Los_Angeles"})
    void takesADateWithoutAMidnightInSeoulWhateverTheServersZone(String zone) throws InvalidSettingsException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            Map<String, String> born1961 = Map.of("from", "1961", "to", "1961");
            assertEquals("BIRTH_YEAR_IN_RANGE", reasonFor(LocalDate.of(1961, 8, 10), born1961));
            assertEquals("BIRTH_YEAR_IN_RANGE", reasonFor(LocalDate.of(1961, 12, 31), born1961));
            assertEquals("BIRTH_YEAR_TOO_LATE", reasonFor(LocalDate.of(1962, 1, 1), born1961));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest(name = "from \"{0}\" to \"{1}\" blames {2}")
    @CsvSource({
        "'', 1966, from",
        "62, 1966, from",
        "1962.0, 1966, from",
        "' 1962', 1966, from",
        "+1962, 1966, from",
        "-1962, 1966, from",
        "١٩٦٢, 1966, from",
        "99999999999, 1966, from",
        "1962, 1962-01-01, to",
        "1962, now, to",
        "1966, 1962, to"
    })
    void refusesWhatIsNoYear(String from, String to, String blamed) {
        InvalidSettingsException refusal =
                assertThrows(InvalidSettingsException.class, () -> plugin().rule(Map.of("from", from, "to", to)));
        assertEquals(blamed, refusal.key());
    }

    @Test
    void takesASingleYear() throws InvalidSettingsException {
        Map<String, String> born1966 = Map.of("from", "1966", "to", "1966");
        assertEquals("BIRTH_YEAR_IN_RANGE", reasonFor(LocalDate.of(1966, 12, 31), born1966));
        assertEquals("BIRTH_YEAR_TOO_EARLY", reasonFor(LocalDate.of(1965, 12, 31), born1966));
    }

    private String reasonFor(LocalDate birthDate, Map<String, String> settings) throws InvalidSettingsException {
        return plugin().rule(settings)
                .evaluate(new ApplicantFacts(birthDate))
                .reason()
                .value();
    }
}
