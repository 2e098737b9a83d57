package org.jeongmun.supply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;

/** Divides the releases of a pool into lots, by province and by day. Pure. */
public final class Lots {
    private final Pool pool;
    private final List<Part> days;
    private final List<Lot> effective;

    /** A window with a part of its own. */
    private record Part(BookingWindow window, boolean isApart) {}

    private Lots(Pool pool, List<Part> days, List<Lot> effective) {
        this.pool = pool;
        this.days = days;
        this.effective = effective;
    }

    /**
     * The lots that a pool is to have.
     *
     * @param effective those that have taken effect: they stay as they are, and only the rest of their release is
     *     divided
     * @return all lots of the pool, {@code effective} among them
     */
    public static List<Lot> of(Pool pool, Supply supply, OpeningSchedule schedule, List<Lot> effective) {
        List<Part> days = schedule.windows().stream()
                .filter(window -> supply.useOf(window.id())
                        .filter(use -> use.perDay() && use.pool().equals(pool.id()))
                        .isPresent())
                .map(window ->
                        new Part(window, supply.useOf(window.id()).orElseThrow().isApart()))
                .toList();
        Lots lots = new Lots(pool, days, effective);
        List<Lot> all = new ArrayList<>(effective);
        pool.releases().forEach(release -> lots.add(release, all));
        return List.copyOf(all);
    }

    private void add(Release release, List<Lot> all) {
        if (release.bySido().isEmpty()) {
            add(release, Optional.empty(), release.add(), all);
        }
        new TreeMap<>(release.bySido()).forEach((sido, places) -> add(release, Optional.of(sido), places, all));
    }

    private void add(Release release, Optional<String> sido, long places, List<Lot> all) {
        List<Lot> fixed = effective.stream()
                .filter(lot -> lot.key().pool().equals(pool.id())
                        && lot.key().releaseAt().equals(release.at())
                        && lot.key().sido().equals(sido))
                .toList();
        long left = places - fixed.stream().mapToLong(Lot::places).sum();
        List<Part> open = days.stream()
                .filter(day -> day.window().closesAt().isAfter(release.at()))
                .filter(day -> fixed.stream()
                        .noneMatch(lot ->
                                lot.key().day().equals(Optional.of(day.window().id()))))
                .toList();
        if (left <= 0) {
            return;
        }
        if (open.isEmpty()) {
            Lot.Key whole = new Lot.Key(pool.id(), release.at(), sido, Optional.empty());
            all.add(new Lot(whole, Optional.empty(), release.at(), left));
            return;
        }
        long[] parts = EvenSplit.among(left, open.size());
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                all.add(lot(release, sido, open.get(i), parts[i]));
            }
        }
    }

    private Lot lot(Release release, Optional<String> sido, Part day, long places) {
        BookingWindow window = day.window();
        Instant from = release.at().isAfter(window.opensAt()) ? release.at() : window.opensAt();
        return new Lot(
                new Lot.Key(pool.id(), release.at(), sido, Optional.of(window.id())),
                day.isApart() ? Optional.of(window.id()) : Optional.empty(),
                from,
                places);
    }
}
