package org.jeongmun.eligibility;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The person who wants a vaccination, after an identity check.
 *
 * @param key who it is, for nobody to read
 * @param phoneKey the keyed hash of the phone's digits, by which a booking can be found again
 * @param birthDate a calendar date, in no zone
 */
public record Applicant(PersonKey key, PersonKey phoneKey, LocalDate birthDate) {
    /** Refuses missing parts. */
    public Applicant {
        requireNonNull(key, "key");
        requireNonNull(phoneKey, "phoneKey");
        requireNonNull(birthDate, "birthDate");
    }

    /** @return a placeholder: a birth date never reaches a log by accident */
    @Override
    public String toString() {
        return "Applicant";
    }
}
