package org.jeongmun.web.page;

import java.time.LocalDate;
import java.util.Optional;
import org.jeongmun.identity.Typed;

/**
 * What somebody typed about who they are, or an agent about who calls, by the rules of check-in; empty where it breaks
 * them.
 *
 * @param name as it is compared
 * @param born a day of the calendar that is past
 * @param phone digits alone
 */
public record TypedIdentity(Optional<String> name, Optional<LocalDate> born, Optional<String> phone) {
    /**
     * Reads it.
     *
     * @param today in the campaign's zone
     */
    public static TypedIdentity of(String name, String birthDate, String phone, LocalDate today) {
        return new TypedIdentity(Typed.name(name), Typed.birthDate(birthDate, today), Typed.phone(phone));
    }
}
