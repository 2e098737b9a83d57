package org.jeongmun.web.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.web.reservation.Situation.Active;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Why a place is not to be had")
class SituationTest {
    private static final SlotId WANTED = new SlotId(7);

    @ParameterizedTest(name = "has {0}; slot ahead {1}, room {2}, no second place {3}: {4}")
    @CsvSource({
        "NOTHING,         true,  true,  false,",
        "NOTHING,         true,  false, false, SLOT_FULL",
        "NOTHING,         true,  true,  true,  NO_SECOND_PLACE",
        "NOTHING,         false, false, false, SLOT_GONE",
        "HELD_HERE,       true,  false, false,",
        "HELD_HERE,       false, false, false, SLOT_GONE",
        "HELD_ELSEWHERE,  true,  true,  false,",
        "HELD_ELSEWHERE,  true,  false, false, SLOT_FULL",
        "OVERDUE,         true,  false, false,",
        "CONFIRMED_HERE,  false, false, true,  ALREADY_RESERVED",
    })
    void isSaidByWhatThePersonHasAndWhatIsLeft(
            Has has, boolean ahead, boolean room, boolean missing, RefusalReason reason) {
        Situation situation = new Situation(ahead, room, missing, has.active(), false);

        assertEquals(Optional.ofNullable(reason), situation.refusal(WANTED));
    }

    /** What somebody has already. */
    enum Has {
        NOTHING,
        HELD_HERE,
        HELD_ELSEWHERE,
        OVERDUE,
        CONFIRMED_HERE;

        Optional<Active> active() {
            return this == NOTHING
                    ? Optional.empty()
                    : Optional.of(new Active(
                            "AAAABBBBCCCC",
                            this == CONFIRMED_HERE,
                            "w0714",
                            this == HELD_ELSEWHERE ? WANTED.value() + 1 : WANTED.value(),
                            this == OVERDUE));
        }
    }
}
