package org.jeongmun.web.journey;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * A browser that has opened a form. Says nothing of who sits before it.
 *
 * @param id 128 random bits
 */
record Visitor(String id) {
    static final Carried<Visitor> CARRIED = new Carried<>(
            "jeongmun-visitor",
            Duration.ofHours(12),
            visitor -> List.of(visitor.id()),
            fields -> new Visitor(fields.get(0)));

    private static final int ID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Visitor random() {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new Visitor(Base64.getUrlEncoder().withoutPadding().encodeToString(id));
    }
}
