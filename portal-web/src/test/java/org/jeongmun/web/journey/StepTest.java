package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A step")
class StepTest {
    /** Letters: checked (i)n, (l)et in, (c)linic chosen, (p)lace held, (r)eceipt. */
    private record Come(String far) implements Step.Progress {
        @Override
        public boolean isCheckedIn() {
            return far.contains("i");
        }

        @Override
        public boolean isLetIn() {
            return far.contains("l");
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

    @ParameterizedTest(name = "{0} with {1}, only read {3}: {2}")
    @CsvSource({
        "/reserve/clinic, -, /check-in, true",
        "/reserve/clinic, lcpr, /check-in, true",
        "/reserve/clinic, icpr, /waiting, true",
        "/reserve/clinic, il,, true",
        "/reserve/slot, -, /check-in, true",
        "/reserve/slot, ic, /waiting, true",
        "/reserve/slot, il, /reserve/clinic, true",
        "/reserve/slot, ilc,, true",
        "/reserve/confirm, -, /check-in, true",
        "/reserve/confirm, lcp, /check-in, true",
        "/reserve/confirm, icp, /waiting, true",
        "/reserve/confirm, il, /reserve/clinic, true",
        "/reserve/confirm, ilc, /reserve/slot, true",
        "/reserve/confirm, ilcp,, true",
        "/reserve/confirm, ilp,, true",
        "/reserve/done, -, /, true",
        "/reserve/done, ilcp, /, true",
        "/reserve/done, r,, true",
        "/go, -, /check-in, false",
        "/go, i, /waiting, false",
        "/go, il,, false",
    })
    void thatWasLeftOutIsTheNextOne(String path, String far, String expected, boolean reads) {
        assertEquals(Optional.ofNullable(expected), Step.missing(path, reads, new Come(far)));
    }

    @ParameterizedTest(name = "with {0}: {1}")
    @CsvSource({"-, /check-in", "icp, /waiting", "il,", "ilc,", "ilcp,"})
    void isFoundOutByWhoeverConfirmsWhereOnlyThePlaceIsMissing(String far, String expected) {
        assertEquals(Optional.ofNullable(expected), Step.missing("/reserve/confirm", false, new Come(far)));
    }

    @ParameterizedTest(name = "with {0}: {1}")
    @CsvSource({"-, /reserve/clinic", "ilc, /reserve/slot"})
    void isTheChoiceOfATimeForWhoeverHasNoPlaceAnyMore(String far, String expected) {
        assertEquals(expected, Step.toAPlace(new Come(far)));
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
