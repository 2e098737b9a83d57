package org.jeongmun.web.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The portal's secret")
class PortalSecretTest {
    @Test
    void isWhatTheBase64Says() {
        byte[] secret = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

        assertArrayEquals(
                secret, PortalSecret.parse(Setting.SECRET, Base64.getEncoder().encodeToString(secret)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHg==",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX GBkaGxwdHh8=",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX-BkaGxwdHh8=",
                "change me"
            })
    void isRefusedWhenShortOrNotBase64AndNeverRepeated(String wrong) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PortalSecret.parse(Setting.SECRET, wrong));

        assertEquals(
                "Setting portal.secret is not 32 or more bytes in base64: make one with `openssl rand -base64 32`.",
                refused.getMessage());
    }
}
