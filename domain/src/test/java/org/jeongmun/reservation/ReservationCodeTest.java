package org.jeongmun.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A reservation code")
class ReservationCodeTest {
    /* So many that every letter of the alphabet is at every place, but for a chance of one in 10^17 and less. */
    private static final List<String> CODES = Stream.generate(ReservationCode::random)
            .limit(1_000)
            .map(ReservationCode::value)
            .toList();

    private static Set<Integer> lettersAt(int place) {
        return CODES.stream()
                .map(code -> code.replace("-", "").codePointAt(place))
                .collect(Collectors.toSet());
    }

    @Test
    void hasAtLeastFiftyRandomBits() {
        double bits = 0;
        for (int place = 0; place < CODES.get(0).replace("-", "").length(); place++) {
            bits += Math.log(lettersAt(place).size()) / Math.log(2);
        }
        assertTrue(bits >= 50, bits + " bits");
        assertEquals(CODES.size(), new HashSet<>(CODES).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0O", "1I", "1L", "IL", "2Z", "5S", "8B", "UV"})
    void hasAtMostOneOfTwoLettersThatLookAlike(String alike) {
        Set<Integer> used = lettersAt(0);
        assertTrue(alike.codePoints().filter(used::contains).count() <= 1, alike);
    }

    @Test
    void isReadAsPeopleTypeIt() {
        String code = CODES.get(0);
        for (String typed : List.of(
                code, code.toLowerCase(Locale.ROOT), code.replace("-", ""), " " + code.replace('-', ' ') + " ")) {
            assertEquals(Optional.of(code), ReservationCode.typed(typed).map(ReservationCode::value), typed);
        }
        assertFalse(ReservationCode.typed(code + "A").isPresent());
    }
}
