package org.jeongmun.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A partner's key")
class PartnerKeyTest {
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    private final PartnerKey key = PartnerKey.random(new PartnerId("maps"), new Random(7));

    @Test
    void isReadBackAsItWasMade() {
        PartnerKey read = PartnerKey.parse(key.text()).orElseThrow();
        assertEquals("maps", read.partner().value());
        assertEquals(key.hash(), read.hash());
        assertTrue(key.hash().matches("[0-9a-f]{64}"));
    }

    @Test
    void isAnotherWithAnotherPartnersId() {
        String stolen = "mops" + key.text().substring(4);
        assertNotEquals(key.hash(), PartnerKey.parse(stolen).orElseThrow().hash());
    }

    @Test
    void doesNotShowItselfInMessages() {
        assertFalse(key.toString().contains(key.text().substring(5)));
    }

    @ParameterizedTest(name = "such as: {0}")
    @ValueSource(
            strings = {
                "",
                ".",
                "maps",
                "maps.",
                "." + SECRET,
                "maps." + SECRET + "A",
                "maps.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh",
                "Maps." + SECRET,
                "maps .AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                "maps.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh+",
                "maps.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh가",
                "maps.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\r\n",
                "a.b." + SECRET
            })
    void isNothingOfAnotherForm(String text) {
        assertEquals(Optional.empty(), PartnerKey.parse(text));
    }

    @Test
    void hasTheLongestIdAtItsLongest() {
        String text = "a".repeat(64) + "." + SECRET;
        assertEquals(PartnerKey.LONGEST, text.length());
        assertTrue(PartnerKey.parse(text).isPresent());
        assertEquals(Optional.empty(), PartnerKey.parse("a" + text));
    }

    @ParameterizedTest(name = "{0} a second, {1} a day")
    @CsvSource({"0, 1", "1, 0", "100001, 1", "1, 10000000001", "-1, 1"})
    void hasLimitsInRange(int perSecond, long perDay) {
        assertThrows(IllegalArgumentException.class, () -> new PartnerLimits(perSecond, perDay));
    }
}
