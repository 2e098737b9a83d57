package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jeongmun.identity.KeyRing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A seal")
class SealTest {
    private static final Instant NOW = Instant.parse("2021-07-14T11:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final byte[] CONTENT = "who somebody is".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = new Seal(KeyRing.of(secret(1)));

    private static byte[] secret(int seed) {
        byte[] secret = new byte[32];
        secret[0] = (byte) seed;
        return secret;
    }

    @Test
    void opensWhatItHasSealed() {
        String text = seal.seal("applicant", CONTENT, LATER);

        assertArrayEquals(CONTENT, seal.open("applicant", text, NOW).orElseThrow());
    }

    @Test
    void hidesWhatItHasSealedAndNeverLooksTheSame() {
        String text = seal.seal("applicant", CONTENT, LATER);

        assertNotEquals(text, seal.seal("applicant", CONTENT, LATER));
        String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1);
        assertTrue(!plain.contains("somebody"));
    }

    @Test
    void doesNotOpenAfterAnyByteWasChanged() {
        byte[] sealed = Base64.getUrlDecoder().decode(seal.seal("applicant", CONTENT, LATER));
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);

            assertTrue(seal.open("applicant", text, NOW).isEmpty(), "byte " + i);
        }
    }

    @Test
    void doesNotOpenUnderAnotherName() {
        String text = seal.seal("applicant", CONTENT, LATER);

        assertTrue(seal.open("receipt", text, NOW).isEmpty());
    }

    @Test
    void doesNotOpenWithTheKeysOfAnotherSecret() {
        String text = seal.seal("applicant", CONTENT, LATER);

        assertTrue(new Seal(KeyRing.of(secret(2))).open("applicant", text, NOW).isEmpty());
    }

    @Test
    void opensUntilItsEndAndNotAtIt() {
        String text = seal.seal("applicant", CONTENT, LATER);

        assertTrue(seal.open("applicant", text, LATER.minusSeconds(1)).isPresent());
        assertTrue(seal.open("applicant", text, LATER).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "AA", "====", "%00", "한글", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\u0000", " "})
    void doesNotOpenWhatWasNeverSealed(String text) {
        assertTrue(seal.open("applicant", text, NOW).isEmpty());
    }

    @Test
    void doesNotTryToOpenWhatNoCookieIsAsLongAs() {
        assertTrue(seal.open("applicant", "A".repeat(5000), NOW).isEmpty());
    }
}
