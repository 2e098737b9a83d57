package org.jeongmun.web.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.reservation.Reservation;

/**
 * Places that were taken here a moment ago, each for the page that follows at once: what the database has just said it
 * need not be asked again. Each is told once, so whoever looks twice, later or at another node is told by the database.
 * Nobody comes by it to any page but that one, and confirming asks the database. Safe for many threads.
 */
final class JustTaken {
    private static final long MOMENT_NANOS = Duration.ofSeconds(5).toNanos();

    /**
     * A browser follows within a moment, so that hardly more than a hundred are kept even when 556 a second are taken.
     */
    private static final int MOST = 2_000;

    private final LongSupplier nanoTime;
    private final Map<PersonKey, Taken> places = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonKey, Taken> eldest) {
            return size() > MOST || isOver(eldest.getValue());
        }
    };

    private record Taken(Reservation place, long atNanos) {}

    /** @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests */
    JustTaken(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Keeps what somebody has just been given. */
    synchronized void keep(PersonKey person, Reservation held) {
        // Anew, so that the eldest comes first.
        places.remove(person);
        places.put(person, new Taken(held, nanoTime.getAsLong()));
    }

    /**
     * Tells it to the one who asks first.
     *
     * @param now the latest that it can be
     * @return what is held for that person; empty when the database is to be asked
     */
    synchronized Optional<Reservation> take(PersonKey person, Instant now) {
        return Optional.ofNullable(places.remove(person))
                .filter(taken -> !isOver(taken))
                .map(Taken::place)
                .filter(held -> held.holdExpiresAt().isAfter(now));
    }

    /** Tells it to nobody any more. */
    synchronized void forget(PersonKey person) {
        places.remove(person);
    }

    private boolean isOver(Taken taken) {
        return nanoTime.getAsLong() - taken.atNanos() > MOMENT_NANOS;
    }
}
