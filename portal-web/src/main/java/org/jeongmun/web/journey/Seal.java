package org.jeongmun.web.journey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jeongmun.identity.KeyRing;

/**
 * Seals bytes so that who carries them can neither read nor change them, nor use them under another name, nor later
 * than their end: AES-GCM, the key derived for the name, the name and the version authenticated with the bytes.
 *
 * @param keys from which the key of each name is derived
 */
record Seal(KeyRing keys) {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Finding a cipher takes longer than using it, so each thread keeps its own; one for each name, because a cipher
     * that is given the key of last time need not spread it anew. There are few names.
     */
    private static final ThreadLocal<Map<String, Cipher>> CIPHERS = ThreadLocal.withInitial(HashMap::new);

    /** @return letters, digits, hyphens and underscores; another text at each call */
    String seal(String name, byte[] content, Instant expiresAt) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        ByteBuffer plain = ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(expiresAt.getEpochSecond())
                .put(content);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(plain.array());
            ByteBuffer whole = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("This Java does not seal with AES-GCM.", refused);
        }
    }

    /** @return what was sealed under that name and has not expired; empty for anything else, without a word why */
    Optional<byte[]> open(String name, String text, Instant now) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (whole.remaining() <= 1 + NONCE_BYTES || whole.get() != VERSION) {
                return Optional.empty();
            }
            byte[] nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            byte[] sealed = new byte[whole.remaining()];
            whole.get(sealed);
            return unlessExpired(
                    ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(sealed)), now);
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> unlessExpired(ByteBuffer plain, Instant now) {
        if (plain.remaining() < Long.BYTES || plain.getLong() <= now.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] content = new byte[plain.remaining()];
        plain.get(content);
        return Optional.of(content);
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get().computeIfAbsent(name, first -> cipher());
        SecretKeySpec key = new SecretKeySpec(keys.keyFor("cookie/" + name), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no AES-GCM.", missing);
        }
    }
}
