package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Everything that a rule may know about an applicant; on purpose no name, no contact, no id and no moment.
 *
 * @param birthDate the day of birth in the applicant's calendar; a date, so it has no zone and is never converted
 */
public record ApplicantFacts(LocalDate birthDate) {

    /** @throws NullPointerException if the birth date is missing */
    public ApplicantFacts {
        requireNonNull(birthDate, "birthDate");
    }
}
