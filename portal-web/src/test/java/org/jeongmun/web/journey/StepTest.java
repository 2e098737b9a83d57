package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A step")
class StepTest {
    /** Letters: checked (i)n, (c)linic chosen, (p)lace held, (r)eceipt. */
    private record Come(String far) implements Step.Progress {
        @Override
        public boolean isCheckedIn() {
            return far.contains("i");
        }

        @Override
        public boolean hasClinic() {
            return far.contains("c");
        }

        @Override
        public boolean hasPlace() {
            return far.contains("p");
        }

        @Override
        public boolean hasReceipt() {
            return far.contains("r");
        }
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "/reserve/clinic, -, /check-in",
        "/reserve/clinic, cpr, /check-in",
        "/reserve/clinic, i,",
        "/reserve/slot, -, /check-in",
        "/reserve/slot, i, /reserve/clinic",
        "/reserve/slot, ic,",
        "/reserve/confirm, -, /check-in",
        "/reserve/confirm, cp, /check-in",
        "/reserve/confirm, i, /reserve/clinic",
        "/reserve/confirm, ic, /reserve/slot",
        "/reserve/confirm, icp,",
        "/reserve/confirm, ip,",
        "/reserve/done, -, /",
        "/reserve/done, icp, /",
        "/reserve/done, r,",
        "/go, -, /check-in",
        "/go, i,",
    })
    void thatWasLeftOutIsTheNextOne(String path, String far, String expected) {
        assertEquals(Optional.ofNullable(expected), Step.missing(path, false, new Come(far)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/check-in", "/reservation", "/clinics", "/schedule.json", "/lookup/x", "/health"})
    void isNotMissingBeforeAnyOtherPage(String path) {
        assertEquals(Optional.empty(), Step.missing(path, false, new Come("-")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "i", "icpr"})
    void isNotAskedForWhereAPartnersLinkIsOnlyFollowed(String far) {
        assertEquals(Optional.empty(), Step.missing("/go", true, new Come(far)));
    }
}
