package org.jeongmun.waitingroom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jeongmun.identity.Hmac;
import org.jeongmun.identity.Sha256;

/**
 * The 256 random bits that decide a draw. Their hash is published before anybody joins and they themselves at the
 * opening, so that nobody can know a place in advance and nobody can choose one afterwards.
 */
public final class DrawSeed {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private DrawSeed(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException unless there are 32 bytes
     */
    public static DrawSeed of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("The seed of a draw has 32 bytes; got %d.".formatted(bytes.length));
        }
        return new DrawSeed(bytes.clone());
    }

    /**
     * Reads what {@link #hex()} writes.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static DrawSeed ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** @return 64 lower-case digits */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** @return what is published before the draw: {@code sha256:} and the hash of the 32 bytes in hex */
    public String commitment() {
        return "sha256:" + HexFormat.of().formatHex(Sha256.of(bytes));
    }

    /**
     * The seed that the places are drawn with: the keyed hash, by this one, of a value that nobody could know when this
     * one was committed to. A plain hash would be the commitment itself where there is no value, and all places would
     * be public before anybody has one.
     *
     * @param publicValue mixed in as UTF-8; empty mixes in nothing
     */
    public DrawSeed mixedWith(Optional<String> publicValue) {
        return new DrawSeed(new Hmac(bytes).of(publicValue.orElse("").getBytes(StandardCharsets.UTF_8)));
    }

    /** @return the {@code index}th of eight words, big-endian */
    int word(int index) {
        int word = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            word = word << Byte.SIZE | bytes[index * Integer.BYTES + i] & 0xff;
        }
        return word;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DrawSeed seed && MessageDigest.isEqual(bytes, seed.bytes);
    }

    @Override
    public int hashCode() {
        return word(0);
    }

    /** @return a placeholder: a seed never reaches a log by accident */
    @Override
    public String toString() {
        return "DrawSeed";
    }
}
