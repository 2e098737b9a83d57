package org.jeongmun.web.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.eligibility.RosterId;
import org.jeongmun.identity.IdentityHash;
import org.jeongmun.identity.KeyRing;

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
        KeyRing ring = keys.ring();
        return new Applicant(
                IdentityHash.person(ring, name, birthDate, phone), IdentityHash.phone(ring, phone), birthDate);
    }

    /** @return by which the bookings of a phone are found; {@code phone} is digits alone */
    public PersonKey phoneKey(String phone) {
        return IdentityHash.phone(keys.ring(), phone);
    }

    /** @return what stands for the person on that roster */
    public byte[] mark(RosterId roster, PersonKey person) {
        return IdentityHash.mark(keys.ring(), roster, person);
    }

    /** @return by which that roster is known to have been imported with this portal's secret */
    public byte[] seal(RosterId roster) {
        return IdentityHash.seal(keys.ring(), roster);
    }
}
