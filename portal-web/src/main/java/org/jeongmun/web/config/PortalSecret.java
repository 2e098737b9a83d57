package org.jeongmun.web.config;

import java.util.Base64;
import java.util.Optional;

/** The secret that the operator sets as {@code portal.secret}. */
public final class PortalSecret {
    private static final int SHORTEST = 32;

    private PortalSecret() {}

    /**
     * Reads the setting.
     *
     * @return at least 32 bytes; empty when nothing is set
     * @throws IllegalArgumentException when what is set is no such secret; the message does not repeat it
     */
    public static Optional<byte[]> configured() {
        return Setting.SECRET.value().map(PortalSecret::parse);
    }

    /** Strict: a character lost on the way must not make another secret on this node than on the others. */
    static byte[] parse(String base64) {
        try {
            byte[] secret = Base64.getDecoder().decode(base64);
            if (secret.length >= SHORTEST) {
                return secret;
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        throw refused();
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "Setting portal.secret is not 32 or more bytes in base64: make one with `openssl rand -base64 32`.");
    }
}
