package org.jeongmun.web.journey;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.PersonKey;

/**
 * Somebody who has said who they are. Four hours are enough for a long line, and short enough for a computer that
 * others use too.
 *
 * @param applicant keys and a birth date; neither a name nor a number
 */
public record CheckedIn(Applicant applicant) {
    /** How it travels. */
    public static final Carried<CheckedIn> CARRIED =
            new Carried<>("jeongmun-applicant", Duration.ofHours(4), CheckedIn::toFields, CheckedIn::of);

    private static final String ATTRIBUTE = CheckedIn.class.getName();

    /** @return who has checked in, by what the request carries; looked at once for each request */
    @SuppressWarnings("unchecked") // nobody else knows the attribute
    static Optional<CheckedIn> carriedBy(HttpServletRequest request, JourneyCookies cookies) {
        Optional<CheckedIn> known = (Optional<CheckedIn>) request.getAttribute(ATTRIBUTE);
        if (known == null) {
            known = cookies.read(CARRIED, request);
            request.setAttribute(ATTRIBUTE, known);
        }
        return known;
    }

    /** The day as a number: written and read with each request, which is a good deal quicker than a date. */
    private List<String> toFields() {
        return List.of(
                applicant.key().value(),
                applicant.phoneKey().value(),
                Long.toString(applicant.birthDate().toEpochDay()));
    }

    private static CheckedIn of(List<String> fields) {
        return new CheckedIn(new Applicant(
                new PersonKey(fields.get(0)),
                new PersonKey(fields.get(1)),
                LocalDate.ofEpochDay(Long.parseLong(fields.get(2)))));
    }
}
