package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.PersonKey;

/** Turns what says who somebody is into keyed hashes; nothing else of it is kept anywhere. */
@ApplicationScoped
public class IdentityKeys {
    private final PortalKeys keys;

    /** For the container's proxy. */
    protected IdentityKeys() {
        this(null);
    }

    /** @param keys the portal's */
    @Inject
    public IdentityKeys(PortalKeys keys) {
        this.keys = keys;
    }

    /**
     * The applicant of an identity.
     *
     * @param name as it is stored nowhere: composed (NFC), without blanks around it
     * @param phone digits alone
     */
    public Applicant applicant(String name, LocalDate birthDate, String phone) {
        return new Applicant(
                key(keys.ring(), "identity", List.of(name, birthDate.toString(), phone)), phoneKey(phone), birthDate);
    }

    /** @return by which the bookings of a phone are found; {@code phone} is digits alone */
    public PersonKey phoneKey(String phone) {
        return key(keys.ring(), "phone", List.of(phone));
    }

    /** Pure. Each part goes in after its length, so that no two people share a key by the seam of their parts. */
    static PersonKey key(KeyRing ring, String purpose, List<String> parts) {
        byte[] hash = KeyRing.hmac(ring.keyFor(purpose), Fields.toBytes(parts));
        return new PersonKey(
                new String(Base64.getUrlEncoder().withoutPadding().encode(hash), StandardCharsets.US_ASCII));
    }
}
