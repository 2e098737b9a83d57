package org.jeongmun.identity;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC with SHA-256 (RFC 2104) under one key. Finding a provider and spreading the key takes longer than a short text
 * does, so both are done once, and copied; where a provider of this Java cannot copy, they are done each time. Safe for
 * many threads.
 */
public final class Hmac {
    private static final String NAME = "HmacSHA256";

    private final SecretKeySpec key;

    /** Never fed itself. */
    private final Mac keyed;

    /** @param key of any length but none; 32 bytes are the best */
    public Hmac(byte[] key) {
        this.key = new SecretKeySpec(key, NAME);
        this.keyed = made();
    }

    /** @return its 32 bytes for that content */
    public byte[] of(byte[] content) {
        return copied().doFinal(content);
    }

    private Mac copied() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException foreign) {
            return made();
        }
    }

    private Mac made() {
        try {
            Mac mac = Mac.getInstance(NAME);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256.", missing);
        }
    }
}
