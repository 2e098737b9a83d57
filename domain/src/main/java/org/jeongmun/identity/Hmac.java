package org.jeongmun.identity;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC with SHA-256 (RFC 2104) under one key. Finding a provider and spreading the key takes longer than a short text does,
 * so both are done once, and copied. Safe for many threads.
 */
public final class Hmac {
    private static final String NAME = "HmacSHA256";

    /** Never fed itself. */
    private final Mac keyed;

    /** @param key of any length but none; 32 bytes are the best */
    public Hmac(byte[] key) {
        try {
            keyed = Mac.getInstance(NAME);
            keyed.init(new SecretKeySpec(key, NAME));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256.", missing);
        }
    }

    /** @return its 32 bytes for that content */
    public byte[] of(byte[] content) {
        try {
            return ((Mac) keyed.clone()).doFinal(content);
        } catch (CloneNotSupportedException foreign) {
            throw new IllegalStateException("This Java cannot copy an HMAC with SHA-256.", foreign);
        }
    }
}
