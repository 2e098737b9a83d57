package org.jeongmun.identity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.eligibility.RosterId;

/**
 * Turns what says who somebody is into keyed hashes; nothing else of it is kept anywhere. Each part goes in after its
 * length, so that no two people share a hash by the seam of their parts. Pure.
 */
public final class IdentityHash {
    private static final String ROSTER = "roster";

    private IdentityHash() {}

    /**
     * Who somebody is.
     *
     * @param name as {@link Typed#name} reads it
     * @param phone as {@link Typed#phone} reads it
     */
    public static PersonKey person(KeyRing ring, String name, LocalDate birthDate, String phone) {
        return key(ring, "identity", List.of(name, birthDate.toString(), phone));
    }

    /** @return by which the bookings of a phone are found; {@code phone} is as {@link Typed#phone} reads it */
    public static PersonKey phone(KeyRing ring, String phone) {
        return key(ring, "phone", List.of(phone));
    }

    /**
     * What stands for somebody on one roster. It is another one on every roster and no person key, so that who reads
     * the tables cannot tell which booking is whose, nor who is on two rosters.
     */
    public static byte[] mark(KeyRing ring, RosterId roster, PersonKey person) {
        return ring.hmacFor(ROSTER).of(Fields.toBytes(List.of(roster.value(), person.value())));
    }

    /** @return by which a roster is known to have been imported with the same secret: nobody's mark is it */
    public static byte[] seal(KeyRing ring, RosterId roster) {
        return ring.hmacFor(ROSTER).of(Fields.toBytes(List.of(roster.value())));
    }

    static PersonKey key(KeyRing ring, String purpose, List<String> parts) {
        byte[] hash = ring.hmacFor(purpose).of(Fields.toBytes(parts));
        return new PersonKey(
                new String(Base64.getUrlEncoder().withoutPadding().encode(hash), StandardCharsets.US_ASCII));
    }
}
