package org.jeongmun.web.config;

import java.util.Optional;
import org.jeongmun.identity.KeyRing;

/** The secrets that the operator sets: {@code portal.secret}, and those of tickets where they have their own. */
public final class PortalSecret {
    private PortalSecret() {}

    /**
     * Reads {@code portal.secret}.
     *
     * @return at least 32 bytes; empty when nothing is set
     * @throws IllegalArgumentException when what is set is no such secret; the message does not repeat it
     */
    public static Optional<byte[]> configured() {
        return configured(Setting.SECRET);
    }

    /** Reads one of the settings that are secrets; as {@link #configured()}. */
    public static Optional<byte[]> configured(Setting setting) {
        return setting.value().map(base64 -> parse(setting, base64));
    }

    static byte[] parse(Setting setting, String base64) {
        return KeyRing.secret(base64)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Setting %s is not 32 or more bytes in base64: make one with `openssl rand -base64 32`."
                                .formatted(setting.key())));
    }
}
