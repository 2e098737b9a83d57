package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.Release;
import org.jeongmun.supply.Vaccine;

/**
 * What applying a file may do to the supply in force. What has taken effect is past: a release stays as it was from its
 * instant on, a window that is open goes on drawing on what it drew on, and while any is open the doses of a vaccine
 * stay.
 *
 * @param before in force
 * @param now the portal's time
 */
record SupplyRules(Campaign before, Instant now) {
    /** @return why {@code after} must not take the place of what is in force; empty when it may */
    List<String> refusals(Campaign after) {
        List<String> refusals = new ArrayList<>();
        if (!before.schedule().campaign().equals(after.schedule().campaign())) {
            return refusals;
        }
        List<BookingWindow> open = before.schedule().windows().stream()
                .filter(window -> window.statusAt(now) == WindowStatus.OPEN)
                .toList();
        for (BookingWindow window : open) {
            if (!before.supply().useOf(window.id()).equals(after.supply().useOf(window.id()))) {
                refusals.add("Window %s is open: the pool that it draws on, perDay and carryOver stay as they are."
                        .formatted(window.id()));
            }
        }
        for (Pool pool : before.supply().pools()) {
            after.supply().pool(pool.id()).ifPresent(changed -> releases(pool, changed, refusals));
        }
        for (Vaccine vaccine : before.supply().vaccines()) {
            Optional<Vaccine> changed = after.supply().vaccines().stream()
                    .filter(each -> each.id().equals(vaccine.id()))
                    .findFirst();
            if (!open.isEmpty() && !changed.map(Vaccine::interval).equals(Optional.of(vaccine.interval()))) {
                refusals.add("A window is open: the doses and the interval of vaccine %s stay as they are."
                        .formatted(Quoted.of(vaccine.id())));
            }
        }
        return refusals;
    }

    private void releases(Pool pool, Pool changed, List<String> refusals) {
        for (Release release : pool.releases()) {
            if (!release.at().isAfter(now) && !changed.releases().contains(release)) {
                refusals.add("The release of pool %s at %s has taken effect and stays as it was: add another one."
                        .formatted(
                                pool.id(),
                                WrittenTime.shown(
                                        release.at(), before.schedule().zone())));
            }
        }
    }
}
