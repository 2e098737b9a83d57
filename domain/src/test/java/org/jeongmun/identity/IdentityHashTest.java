package org.jeongmun.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.eligibility.RosterId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An identity key")
class IdentityHashTest {
    private static final KeyRing RING = KeyRing.of(new byte[32]);
    /* By another implementation, from a secret of 32 zero bytes. */
    private static final String PERSON = "i0vpW6V3K92FTISu9R8oeuxETmCwPNlwrQ_yyQYDOMw";
    private static final String MARK = "38c2ff1d0ef48ef7fb5aa79fbd348357aef55bf0c124a1d1028cb09ddd26ced5";
    private static final String SEAL = "f325497df03ec41c049e51b8ec894318b4f2b6c75ceef37152e6561778b1cff1";

    private static PersonKey key(String... parts) {
        return IdentityHash.key(RING, "identity", List.of(parts));
    }

    @Test
    void isTheSameForTheSamePerson() {
        assertEquals(key("김하나", "1964-03-15", "01012345678"), key("김하나", "1964-03-15", "01012345678"));
    }

    @Test
    void isAnotherForAnotherPerson() {
        PersonKey key = key("김하나", "1964-03-15", "01012345678");

        assertNotEquals(key, key("김하늘", "1964-03-15", "01012345678"));
        assertNotEquals(key, key("김하나", "1964-03-16", "01012345678"));
        assertNotEquals(key, key("김하나", "1964-03-15", "01012345679"));
    }

    @Test
    void isNotSharedBySeamsOfItsParts() {
        assertNotEquals(key("a", "bc"), key("ab", "c"));
        assertNotEquals(key("a", "", "b"), key("a", "b", ""));
    }

    @Test
    void ofAPhoneIsNotTheKeyOfAPerson() {
        assertNotEquals(key("01012345678"), IdentityHash.key(RING, "phone", List.of("01012345678")));
    }

    @Test
    void isWorthNothingUnderAnotherSecret() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertNotEquals(key("a"), IdentityHash.key(KeyRing.of(other), "identity", List.of("a")));
    }

    /** Rosters are looked up by these marks: a change of the derivation would leave everybody on them outside. */
    @Test
    void onARosterIsWhatItAlwaysWas() {
        PersonKey person = IdentityHash.person(RING, "김하나", LocalDate.of(1964, 3, 15), "01012345678");
        RosterId nurses = new RosterId("nurses");

        assertEquals(PERSON, person.value());
        assertEquals(MARK, HexFormat.of().formatHex(IdentityHash.mark(RING, nurses, person)));
        assertEquals(SEAL, HexFormat.of().formatHex(IdentityHash.seal(RING, nurses)));
    }

    @Test
    void onAnotherRosterTellsNothingOfThisOne() {
        PersonKey person = key("a");

        assertFalse(Arrays.equals(
                IdentityHash.mark(RING, new RosterId("nurses"), person),
                IdentityHash.mark(RING, new RosterId("teachers"), person)));
    }
}
