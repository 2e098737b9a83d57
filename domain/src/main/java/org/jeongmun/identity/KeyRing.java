package org.jeongmun.identity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One key for each purpose, derived from the portal's secret by HKDF with SHA-256 (RFC 5869): who learned one of them
 * would know nothing of the others. Safe for many threads.
 */
public final class KeyRing {
    private static final byte[] SALT = "jeongmun/1".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORTEST_SECRET = 32;

    private final Hmac root;

    /** Purposes are few and named by the portal itself, so each key is derived once. */
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    private final Map<String, Hmac> hmacs = new ConcurrentHashMap<>();

    private KeyRing(byte[] root) {
        this.root = new Hmac(root);
    }

    /**
     * Reads a secret as an operator sets it. Strict: a character lost on the way must not make another secret on this
     * node than on the others.
     *
     * @return at least 32 bytes; empty when that is not what {@code base64} is
     */
    public static Optional<byte[]> secret(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64)).filter(bytes -> bytes.length >= SHORTEST_SECRET);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * Makes the keys of a secret.
     *
     * @throws IllegalArgumentException when the secret is shorter than 32 bytes
     */
    public static KeyRing of(byte[] secret) {
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "A secret has at least %d bytes; got %d.".formatted(SHORTEST_SECRET, secret.length));
        }
        return new KeyRing(new Hmac(SALT).of(secret));
    }

    /** @return 32 bytes, always the same for that purpose and secret */
    public byte[] keyFor(String purpose) {
        return derived.computeIfAbsent(purpose, this::derive).clone();
    }

    private byte[] derive(String purpose) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(purpose.getBytes(StandardCharsets.UTF_8));
        block.write(1);
        return root.of(block.toByteArray());
    }

    /** @return the HMAC under the key of that purpose */
    public Hmac hmacFor(String purpose) {
        return hmacs.computeIfAbsent(purpose, first -> new Hmac(keyFor(first)));
    }

    @Override
    public String toString() {
        return "KeyRing";
    }
}
