package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.jeongmun.eligibility.PersonKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An identity key")
class IdentityKeysTest {
    private static final KeyRing RING = KeyRing.of(new byte[32]);

    private static PersonKey key(String... parts) {
        return IdentityKeys.key(RING, "identity", List.of(parts));
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
        assertNotEquals(key("01012345678"), IdentityKeys.key(RING, "phone", List.of("01012345678")));
    }

    @Test
    void isWorthNothingUnderAnotherSecret() {
        byte[] other = new byte[32];
        other[31] = 1;

        assertNotEquals(key("a"), IdentityKeys.key(KeyRing.of(other), "identity", List.of("a")));
    }
}
