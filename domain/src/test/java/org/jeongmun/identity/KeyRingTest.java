package org.jeongmun.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A key ring")
class KeyRingTest {
    /** By another implementation of RFC 5869: salt {@code jeongmun/1}, 32 zero bytes, info {@code phone}, 32 bytes. */
    private static final String HKDF_OF_ZEROS = "8642e708cd86caa104ba707d42d8a3b02720a6e276f37bd809e60e15a794d274";

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final KeyRing ring = KeyRing.of(new byte[32]);

    @Test
    void givesAnotherKeyForEachPurposeAndAlwaysTheSame() {
        assertArrayEquals(ring.keyFor("phone"), KeyRing.of(new byte[32]).keyFor("phone"));
        assertFalse(Arrays.equals(ring.keyFor("phone"), ring.keyFor("identity")));
        assertEquals(32, ring.keyFor("phone").length);
    }

    /** Bookings are found again by these keys: a change of the derivation would lose every one of them. */
    @Test
    void derivesAsItAlwaysDid() {
        assertEquals(HKDF_OF_ZEROS, HexFormat.of().formatHex(ring.keyFor("phone")));
    }

    @Test
    void needsASecretOfThirtyTwoBytes() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> KeyRing.of(new byte[31]));
        assertEquals("A secret has at least 32 bytes; got 31.", refused.getMessage());

        byte[] secret = Base64.getDecoder().decode(SECRET);
        assertArrayEquals(secret, KeyRing.secret(SECRET).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==", " " + SECRET, SECRET + "\n", "change me"})
    void takesNothingElseForASecret(String text) {
        assertEquals(Optional.empty(), KeyRing.secret(text));
    }

    @Test
    void givesNobodyItsOwnKeyToWriteOn() {
        Arrays.fill(ring.keyFor("phone"), (byte) 0);
        assertEquals(HKDF_OF_ZEROS, HexFormat.of().formatHex(ring.keyFor("phone")));
    }
}
