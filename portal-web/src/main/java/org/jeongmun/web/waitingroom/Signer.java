package org.jeongmun.web.waitingroom;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jeongmun.identity.Hmac;

/**
 * Writes and reads proofs: 43 bytes of content, then the first 16 bytes of their HMAC-SHA256, in base64url. Reading
 * needs nothing but a key: no database, no session, no memory of what was given out. New proofs are signed with the
 * newest key, those of the keys before it are still good. Immutable; safe for many threads.
 */
public final class Signer {
    private static final byte VERSION = 1;
    private static final int CONTENT = 43;
    private static final int SIGNATURE = 16;
    private static final int LETTERS = ((CONTENT + SIGNATURE) * 4 + 2) / 3;

    private final List<Key> keys;

    /* The id saves trying every key; that two keys share one costs a second try and nothing else. */
    private record Key(byte id, Hmac secret) {
        static Key of(byte[] secret) {
            Hmac hmac = new Hmac(secret);
            return new Key(hmac.of(new byte[] {VERSION})[0], hmac);
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
                .put(proof.kind().code())
                .putLong(proof.window().bits())
                .putLong(proof.person().high())
                .putLong(proof.person().low())
                .putLong(proof.number())
                .putLong(proof.expiresAt().getEpochSecond())
                .array();
        byte[] whole = Arrays.copyOf(content, CONTENT + SIGNATURE);
        System.arraycopy(key.secret().of(content), 0, whole, CONTENT, SIGNATURE);
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
        boolean ours = false;
        for (Key key : keys) {
            ours |= key.id() == content[1]
                    && MessageDigest.isEqual(Arrays.copyOf(key.secret().of(content), SIGNATURE), signature);
        }
        return ours && content[0] == VERSION;
    }

    /* Nothing but what we have signed comes as far as this. */
    private static Proof proof(byte[] content) {
        ByteBuffer fields = ByteBuffer.wrap(content, 2, CONTENT - 2);
        return new Proof(
                Proof.Kind.of(fields.get()),
                new WindowMark(fields.getLong()),
                new PersonMark(fields.getLong(), fields.getLong()),
                fields.getLong(),
                Instant.ofEpochSecond(fields.getLong()));
    }
}
