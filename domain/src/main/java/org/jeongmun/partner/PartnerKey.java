package org.jeongmun.partner;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jeongmun.identity.Sha256;

/**
 * What a partner shows to be known: its id, a full stop, and 256 random bits. The portal keeps the hash alone. So many
 * random bits cannot be guessed, so that a plain hash is as good as a slow one; the id is hashed along with them, and a
 * key with another partner's id is no key at all. It never shows its text by itself.
 */
public final class PartnerKey {
    /** The longest text that can be a key. */
    public static final int LONGEST = 108;

    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_CHARACTERS = 43;

    private final PartnerId partner;
    private final String text;

    private PartnerKey(PartnerId partner, String text) {
        this.partner = requireNonNull(partner, "partner");
        this.text = text;
    }

    /**
     * Makes a new key.
     *
     * @param random a cryptographically strong source
     */
    public static PartnerKey random(PartnerId partner, RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new PartnerKey(partner, partner.value() + "." + secret);
    }

    /** @return the key that {@code text} is; empty for what has not the form of one */
    public static Optional<PartnerKey> parse(String text) {
        int stop = text.indexOf('.');
        boolean isOne = text.length() <= LONGEST
                && stop > 0
                && text.length() - stop - 1 == RANDOM_CHARACTERS
                && text.chars().skip(stop + 1L).allMatch(PartnerKey::isBase64Url)
                && PartnerId.isWellFormed(text.substring(0, stop));
        return isOne ? Optional.of(new PartnerKey(new PartnerId(text.substring(0, stop)), text)) : Optional.empty();
    }

    private static boolean isBase64Url(int character) {
        return character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '_';
    }

    /** @return whose key it says it is */
    public PartnerId partner() {
        return partner;
    }

    /** @return the whole key; to be shown once, to whom it was made for */
    public String text() {
        return text;
    }

    /** @return what is kept of it: SHA-256 in 64 hexadecimal digits */
    public String hash() {
        return HexFormat.of().formatHex(Sha256.of(text));
    }

    @Override
    public String toString() {
        return "a key of partner " + partner;
    }
}
