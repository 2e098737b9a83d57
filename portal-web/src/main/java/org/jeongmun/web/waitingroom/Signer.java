package org.jeongmun.web.waitingroom;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads proofs: 43 bytes of content, then the first 16 bytes of their HMAC-SHA256, in base64url. Reading needs
 * nothing but a key: no database, no session, no memory of what was given out. New proofs are signed with the newest
 * key, those of the keys before it are still good. Immutable; safe for many threads.
 */
public final class Signer {
    private static final String HMAC = "HmacSHA256";
    private static final byte VERSION = 1;
    private static final int CONTENT = 43;
    private static final int SIGNATURE = 16;
    private static final int LETTERS = ((CONTENT + SIGNATURE) * 4 + 2) / 3;

    private final List<Key> keys;

    /* The id saves trying every key; that two keys share one costs a second try and nothing else. */
    private record Key(byte id, SecretKeySpec secret) {
        static Key of(byte[] secret) {
            SecretKeySpec spec = new SecretKeySpec(secret, HMAC);
            return new Key(hmac(spec, new byte[] {VERSION})[0], spec);
        }
    }

    /**
     * Makes a signer.
     *
     * @param newestFirst at least one key of 32 bytes
     */
    public Signer(List<byte[]> newestFirst) {
        if (newestFirst.isEmpty()) {
            throw new IllegalArgumentException("Who signs needs a key.");
        }
        keys = newestFirst.stream().map(Key::of).toList();
    }

    /** @return the proof as letters, digits, hyphens and underscores */
    public String sign(Proof proof) {
        Key key = keys.get(0);
        byte[] content = ByteBuffer.allocate(CONTENT)
                .put(VERSION)
                .put(key.id())
                .put((byte) proof.kind().ordinal())
                .putLong(proof.window().bits())
                .putLong(proof.person().high())
                .putLong(proof.person().low())
                .putLong(proof.number())
                .putLong(proof.expiresAt().getEpochSecond())
                .array();
        byte[] whole = Arrays.copyOf(content, CONTENT + SIGNATURE);
        System.arraycopy(hmac(key.secret(), content), 0, whole, CONTENT, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @return the proof that this portal has signed; empty for anything else, without a word why */
    public Optional<Proof> read(String text) {
        if (text.length() != LETTERS) {
            return Optional.empty();
        }
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(whole, CONTENT);
        byte[] signature = Arrays.copyOfRange(whole, CONTENT, whole.length);
        return isOurs(content, signature) ? Optional.of(proof(content)) : Optional.empty();
    }

    private boolean isOurs(byte[] content, byte[] signature) {
        List<Key> named = new ArrayList<>(keys);
        named.removeIf(key -> key.id() != content[1]);
        boolean ours = false;
        for (Key key : named) {
            byte[] expected = Arrays.copyOf(hmac(key.secret(), content), SIGNATURE);
            ours |= MessageDigest.isEqual(expected, signature);
        }
        return ours && content[0] == VERSION;
    }

    /* Nothing but what we have signed comes as far as this. */
    private static Proof proof(byte[] content) {
        ByteBuffer fields = ByteBuffer.wrap(content, 2, CONTENT - 2);
        return new Proof(
                Proof.Kind.values()[fields.get()],
                new WindowMark(fields.getLong()),
                new PersonMark(fields.getLong(), fields.getLong()),
                fields.getLong(),
                Instant.ofEpochSecond(fields.getLong()));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256.", missing);
        }
    }
}
