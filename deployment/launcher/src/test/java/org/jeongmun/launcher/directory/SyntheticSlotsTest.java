package org.jeongmun.launcher.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Synthetic slots")
class SyntheticSlotsTest {
    private static final ClinicRow CLINIC = new ClinicRow("c", "", "", "", "", "", 0, 0);

    @ParameterizedTest(name = "of {1} days from {0} end on {2}")
    @CsvSource({
        "2021-07-26, 1, 2021-07-26",
        "2021-07-26, 5, 2021-07-30",
        "2021-07-26, 6, 2021-08-02",
        "2021-07-24, 1, 2021-07-26",
        "2021-07-25, 5, 2021-07-30"
    })
    void areOnWorkingDays(LocalDate first, int days, LocalDate last) {
        List<SlotRow> slots = slots(first, days);
        assertEquals(days * 16, slots.size());
        assertEquals(
                last,
                slots.get(slots.size() - 1)
                        .startsAt()
                        .atZone(SyntheticSlots.ZONE)
                        .toLocalDate());
    }

    @ParameterizedTest(name = "of {1} days from {0} fit: {2}")
    @CsvSource({
        "2000-01-01, 1, true",
        "1999-12-31, 1, false",
        "2199-12-31, 1, true",
        "2199-12-31, 2, false",
        "2197-01-01, 1000, false",
        "2200-01-01, 1, false",
        "9999-12-31, 1, false",
        "+999999999-12-31, 2, false",
        "-999999999-01-01, 2, false"
    })
    void areWithinTheYearsThatAnImportTakes(LocalDate first, int days, boolean fit) {
        assertEquals(fit, SyntheticSlots.fit(first, days));
    }

    @Test
    void fillTheDayButForLunch() {
        List<LocalTime> times = slots(LocalDate.of(2021, 7, 26), 1).stream()
                .map(slot -> slot.startsAt().atZone(SyntheticSlots.ZONE).toLocalTime())
                .toList();
        assertEquals(LocalTime.of(9, 0), times.get(0));
        assertEquals(LocalTime.of(17, 30), times.get(15));
        assertFalse(times.contains(LocalTime.of(13, 0)));
        assertFalse(times.contains(LocalTime.of(13, 30)));
    }

    private static List<SlotRow> slots(LocalDate first, int days) {
        List<SlotRow> slots = new ArrayList<>();
        new SyntheticSlots(first, days, 3).forEach(0, CLINIC, slots::add);
        return slots;
    }
}
