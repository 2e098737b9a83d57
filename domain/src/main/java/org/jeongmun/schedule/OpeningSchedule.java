package org.jeongmun.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jeongmun.clock.TimeBound;

/**
 * The whole plan of one campaign in one version: who is invited, and when each group may book.
 *
 * @param campaign whose plan it is
 * @param version grows with each change; what a reservation was made under
 * @param zone in which the campaign speaks of days and hours
 * @param cohorts at least one, no id twice
 * @param windows at least one, in order of opening, no id twice, each of a cohort in {@code cohorts}, no two of one
 *     cohort overlapping
 */
public record OpeningSchedule(
        CampaignId campaign, long version, ZoneId zone, List<Cohort> cohorts, List<BookingWindow> windows) {
    /** Refuses a plan that contradicts itself. */
    public OpeningSchedule {
        requireNonNull(campaign, "campaign");
        requireNonNull(zone, "zone");
        cohorts = List.copyOf(cohorts);
        windows = windows.stream()
                .sorted(Comparator.comparing(BookingWindow::opensAt)
                        .thenComparing(window -> window.id().value()))
                .toList();
        refuseUnlessConsistent(cohorts, windows);
    }

    private static void refuseUnlessConsistent(List<Cohort> cohorts, List<BookingWindow> windows) {
        if (cohorts.isEmpty() || windows.isEmpty()) {
            throw new IllegalArgumentException("An opening schedule has at least one cohort and one booking window.");
        }
        Set<CohortId> known = new HashSet<>();
        for (Cohort cohort : cohorts) {
            if (!known.add(cohort.id())) {
                throw new IllegalArgumentException("Two cohorts are called %s.".formatted(cohort.id()));
            }
        }
        Set<WindowId> seen = new HashSet<>();
        for (BookingWindow window : windows) {
            if (!seen.add(window.id())) {
                throw new IllegalArgumentException("Two booking windows are called %s.".formatted(window.id()));
            }
            if (!known.contains(window.cohort())) {
                throw new IllegalArgumentException("Booking window %s is of cohort %s, which is not there."
                        .formatted(window.id(), window.cohort()));
            }
        }
        firstOverlap(windows).ifPresent(pair -> {
            throw new IllegalArgumentException("Booking windows %s and %s of cohort %s overlap."
                    .formatted(
                            pair.first().id(), pair.second().id(), pair.first().cohort()));
        });
    }

    /** Two windows of one cohort that are open at the same time. */
    record Overlap(BookingWindow first, BookingWindow second) {}

    private static Optional<Overlap> firstOverlap(List<BookingWindow> inOrderOfOpening) {
        for (int i = 0; i < inOrderOfOpening.size(); i++) {
            BookingWindow first = inOrderOfOpening.get(i);
            for (BookingWindow second : inOrderOfOpening.subList(i + 1, inOrderOfOpening.size())) {
                if (second.cohort().equals(first.cohort()) && second.opensAt().isBefore(first.closesAt())) {
                    return Optional.of(new Overlap(first, second));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * What the portal is, judged by the clock alone: the most open state of any window.
     *
     * @param now all that is known of the time; where it leaves a doubt, each window counts as the less open
     * @return {@code OPEN}, {@code CHECK_IN}, {@code NOT_YET_OPEN} or {@code CLOSED}
     */
    public PortalStatus statusAt(TimeBound now) {
        WindowStatus best = WindowStatus.CLOSED;
        boolean oneToCome = false;
        for (BookingWindow window : windows) {
            WindowStatus status = window.statusAt(now);
            if (status == WindowStatus.OPEN) {
                return PortalStatus.OPEN;
            }
            oneToCome |= status == WindowStatus.NOT_YET_OPEN;
            best = status == WindowStatus.CHECK_IN ? status : best;
        }
        if (best == WindowStatus.CHECK_IN) {
            return PortalStatus.CHECK_IN;
        }
        return oneToCome ? PortalStatus.NOT_YET_OPEN : PortalStatus.CLOSED;
    }

    /** @return the windows of any of {@code cohorts} that are open at {@code now}, in order of opening */
    public List<BookingWindow> openWindowsOf(Collection<CohortId> cohorts, TimeBound now) {
        return windowsOf(cohorts)
                .filter(window -> window.statusAt(now) == WindowStatus.OPEN)
                .toList();
    }

    /** @return the window of any of {@code cohorts} that has a line to join and is not open yet */
    public Optional<BookingWindow> checkInWindowOf(Collection<CohortId> cohorts, TimeBound now) {
        return windowsOf(cohorts)
                .filter(window -> window.statusAt(now) == WindowStatus.CHECK_IN)
                .findFirst();
    }

    /** @return the next window of any of {@code cohorts} that may still open after {@code now} */
    public Optional<BookingWindow> nextWindowOf(Collection<CohortId> cohorts, TimeBound now) {
        return windowsOf(cohorts)
                .filter(window -> window.opensAt().isAfter(now.earliest()))
                .findFirst();
    }

    /** @return the next moment after {@code now} at which a window opens */
    public Optional<Instant> nextOpeningAfter(Instant now) {
        return windows.stream()
                .map(BookingWindow::opensAt)
                .filter(opensAt -> opensAt.isAfter(now))
                .findFirst();
    }

    /** @return the window of that id */
    public Optional<BookingWindow> window(WindowId id) {
        return windows.stream().filter(window -> window.id().equals(id)).findFirst();
    }

    /** @return the cohort of that id */
    public Optional<Cohort> cohort(CohortId id) {
        return cohorts.stream().filter(cohort -> cohort.id().equals(id)).findFirst();
    }

    private Stream<BookingWindow> windowsOf(Collection<CohortId> cohorts) {
        return windows.stream().filter(window -> cohorts.contains(window.cohort()));
    }
}
