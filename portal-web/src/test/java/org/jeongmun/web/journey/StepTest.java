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

    @ParameterizedTest(name = "{0} with {1}, {3}: {2}")
    @CsvSource({
        "/reserve/clinic, -, /check-in, READS",
        "/reserve/clinic, lcpr, /check-in, READS",
        "/reserve/clinic, icpr, /waiting, READS",
        "/reserve/clinic, il,, READS",
        "/reserve/slot, -, /check-in, READS",
        "/reserve/slot, ic, /waiting, READS",
        "/reserve/slot, il, /reserve/clinic, READS",
        "/reserve/slot, ilc,, READS",
        "/reserve/confirm, -, /check-in, READS",
        "/reserve/confirm, lcp, /check-in, READS",
        "/reserve/confirm, icp, /waiting, READS",
        "/reserve/confirm, il, /reserve/clinic, READS",
        "/reserve/confirm, ilc, /reserve/slot, READS",
        "/reserve/confirm, ilcp,, READS",
        "/reserve/confirm, ilp,, READS",
        "/reserve/done, -, /, READS",
        "/reserve/done, ilcp, /, READS",
        "/reserve/done, r,, READS",
        "/reserve/confirm, il, /reserve/clinic, ELSE",
        "/reserve/confirm, ilc, /reserve/slot, ELSE",
        "/reserve/confirm, ilcp,, ELSE",
        "/go, -, /check-in, SENDS_A_FORM",
        "/go, -, /check-in, ELSE",
        "/go, i, /waiting, ELSE",
        "/go, il,, ELSE",
    })
    void thatWasLeftOutIsTheNextOne(String path, String far, String expected, Step.Manner manner) {
        assertEquals(Optional.ofNullable(expected), Step.missing(path, manner, new Come(far)));
    }

    @ParameterizedTest(name = "with {0}: {1}")
    @CsvSource({"-, /check-in", "icp, /waiting", "il,", "ilc,", "ilcp,"})
    void isFoundOutByWhoeverConfirmsWhereOnlyThePlaceIsMissing(String far, String expected) {
        assertEquals(
                Optional.ofNullable(expected),
                Step.missing("/reserve/confirm", Step.Manner.SENDS_A_FORM, new Come(far)));
    }

    @ParameterizedTest(name = "with {0}: {1}")
    @CsvSource({"-, /reserve/clinic", "ilc, /reserve/slot"})
    void isTheChoiceOfATimeForWhoeverHasNoPlaceAnyMore(String far, String expected) {
        assertEquals(expected, Step.toAPlace(new Come(far)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/check-in", "/reservation", "/clinics", "/schedule.json", "/lookup/x", "/health"})
    void isNotMissingBeforeAnyOtherPage(String path) {
        assertEquals(Optional.empty(), Step.missing(path, Step.Manner.ELSE, new Come("-")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "i", "icpr"})
    void isNotAskedForWhereAPartnersLinkIsOnlyFollowed(String far) {
        assertEquals(Optional.empty(), Step.missing("/go", Step.Manner.READS, new Come(far)));
    }
}
