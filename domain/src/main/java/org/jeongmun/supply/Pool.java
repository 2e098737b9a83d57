package org.jeongmun.supply;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A supply that windows draw on, counted in people.
 *
 * @param id unique within a campaign
 * @param vaccine that the slots give to which it is allotted; empty = any
 * @param days on which those slots are; empty = any
 * @param releases in order of time, no two at one instant
 */
public record Pool(PoolId id, Optional<String> vaccine, Optional<Days> days, List<Release> releases) {
    /** Puts the releases in order, and refuses two at one instant. */
    public Pool {
        requireNonNull(id, "id");
        requireNonNull(vaccine, "vaccine");
        requireNonNull(days, "days");
        releases = releases.stream().sorted(Comparator.comparing(Release::at)).toList();
        for (int i = 1; i < releases.size(); i++) {
            if (releases.get(i).at().equals(releases.get(i - 1).at())) {
                throw new IllegalArgumentException("Pool %s has two releases at %s."
                        .formatted(id, releases.get(i).at()));
            }
        }
    }

    /** @return for how many people it is in all */
    public long total() {
        return releases.stream().mapToLong(Release::add).sum();
    }
}
