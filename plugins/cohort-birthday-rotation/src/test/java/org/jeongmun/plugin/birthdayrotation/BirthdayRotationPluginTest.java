package org.jeongmun.plugin.birthdayrotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.Verdict;
import org.jeongmun.spi.contract.EligibilityPluginContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rotation by day of birth")
class BirthdayRotationPluginTest extends EligibilityPluginContract {
    @Override
    protected EligibilityPlugin plugin() {
        return new BirthdayRotationPlugin();
    }

    @Override
    protected Map<String, String> validSettings() {
        return Map.of("day", "9");
    }

    @ParameterizedTest(name = "{0} has day {1}")
    @CsvSource({
        "1972-01-01, 1",
        "1972-01-09, 9",
        "1972-01-10, 0",
        "1984-02-29, 9",
        "1990-06-19, 9",
        "1990-06-20, 0",
        "1990-06-30, 0",
        "1990-07-31, 1",
        "2003-12-08, 8",
        "2003-12-28, 8",
        "1961-08-10, 0"
    })
    void isTheLastDigitOfTheDay(LocalDate birthDate, int day) throws InvalidSettingsException {
        assertEquals(List.of(day), daysOf(birthDate));
    }

    @Test
    void givesEverybodyExactlyOneDayAndNamesItInEveryVerdict() throws InvalidSettingsException {
        for (LocalDate date = LocalDate.of(1900, 1, 1); date.getYear() < 2031; date = date.plusDays(1)) {
            assertEquals(1, daysOf(date).size(), date::toString);
            Verdict verdict = verdict("4", date);
            assertEquals("ROTATION_DAY_" + daysOf(date).get(0), verdict.reason().value());
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "10", "-1", "+1", "1.0", " 1", "１", "٣", "nine"})
    void refusesWhatIsNoDigit(String day) {
        InvalidSettingsException refusal =
                assertThrows(InvalidSettingsException.class, () -> plugin().rule(Map.of("day", day)));
        assertEquals("day", refusal.key());
    }

    private List<Integer> daysOf(LocalDate birthDate) throws InvalidSettingsException {
        List<Integer> days = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            if (verdict(String.valueOf(day), birthDate) instanceof Verdict.Member) {
                days.add(day);
            }
        }
        return days;
    }

    private Verdict verdict(String day, LocalDate birthDate) throws InvalidSettingsException {
        return plugin().rule(Map.of("day", day)).evaluate(new ApplicantFacts(birthDate));
    }
}
