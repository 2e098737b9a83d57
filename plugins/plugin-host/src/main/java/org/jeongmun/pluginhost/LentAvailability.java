package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicId;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;

/**
 * The clinic directory as one call of a plugin may use it. Remembers whether the directory was closed, so that the
 * portal can answer itself, and stops working when the call has ended.
 */
final class LentAvailability implements Availability {
    /** The directory's snapshot is at most a second old, and caches may keep an answer for another. */
    private static final Duration VALID_FOR = Duration.ofSeconds(2);

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,7})\\.(-?[0-9]{1,10})");

    private final ClinicDirectory directory;
    private volatile boolean ended;
    private volatile boolean closed;

    LentAvailability(ClinicDirectory directory) {
        this.directory = requireNonNull(directory, "directory");
    }

    /** @return whether the directory ever refused during this call */
    boolean wasClosed() {
        return closed;
    }

    void end() {
        ended = true;
    }

    @Override
    public ClinicSearch clinics(ClinicQuery query) {
        if (ended) {
            throw new IllegalStateException("Availability is lent for one call; this call has ended.");
        }
        OptionalInt offset = query.cursor().map(cursor -> offset(cursor, query)).orElse(OptionalInt.of(0));
        if (offset.isEmpty()) {
            return new ClinicSearch.UnknownCursor();
        }
        org.jeongmun.clinic.Availability found = directory.search(new org.jeongmun.clinic.ClinicSearch(
                query.sido().orElse(""),
                query.sigungu().orElse(""),
                query.name().orElse(""),
                offset.getAsInt(),
                query.limit()));
        if (found instanceof org.jeongmun.clinic.Availability.Seen seen) {
            return page(seen, query, offset.getAsInt());
        }
        closed = true;
        return new ClinicSearch.Closed();
    }

    private static ClinicSearch.Page page(org.jeongmun.clinic.Availability.Seen seen, ClinicQuery query, int offset) {
        Optional<String> next =
                seen.more() ? Optional.of(cursor(offset + seen.clinics().size(), query)) : Optional.empty();
        Instant checkedAt = seen.checkedAt();
        return new ClinicSearch.Page(
                checkedAt,
                checkedAt.plus(VALID_FOR),
                seen.clinics().stream().map(LentAvailability::clinic).toList(),
                next);
    }

    private static ClinicAvailability clinic(org.jeongmun.clinic.Availability.Found found) {
        Clinic clinic = found.clinic();
        return new ClinicAvailability(
                new ClinicId(clinic.id().value()),
                clinic.name(),
                clinic.sido(),
                Optional.of(clinic.sigungu()).filter(sigungu -> !sigungu.isEmpty()),
                clinic.address(),
                clinic.latitude(),
                clinic.longitude(),
                found.freePlaces(),
                found.earliestAt());
    }

    /** A cursor names its search, so that a page of another search is not mistaken for the next one of this. */
    private static String cursor(int offset, ClinicQuery query) {
        String text = offset + "." + searchMark(query);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static OptionalInt offset(String cursor, ClinicQuery query) {
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return OptionalInt.empty();
        }
        Matcher parts = CURSOR.matcher(text);
        if (!parts.matches() || !parts.group(2).equals(Integer.toString(searchMark(query)))) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(parts.group(1)));
    }

    /** The same on every node and in every run: String's hash is specified. */
    private static int searchMark(ClinicQuery query) {
        return String.join(
                        "\n",
                        query.sido().orElse(""),
                        query.sigungu().orElse(""),
                        query.name().orElse(""))
                .hashCode();
    }
}
