package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.eligibility.RosterId;
import org.jeongmun.spi.Rosters;

/**
 * The rosters as one call of a plugin may use them: it asks about one person whom it cannot name. Each roster is asked
 * once in a call, and it stops working when the call has ended.
 */
final class LentRosters implements Rosters, AutoCloseable {
    private final org.jeongmun.eligibility.Rosters rosters;
    private final PersonKey person;
    private final Map<String, Listing> known = new HashMap<>();
    private volatile boolean asked;
    private volatile boolean ended;

    LentRosters(org.jeongmun.eligibility.Rosters rosters, PersonKey person) {
        this.rosters = requireNonNull(rosters, "rosters");
        this.person = requireNonNull(person, "person");
    }

    @Override
    public Listing find(String roster) {
        if (ended) {
            throw new IllegalStateException("Rosters are lent for one call; this call has ended.");
        }
        asked = true;
        return known.computeIfAbsent(requireNonNull(roster, "roster"), this::listing);
    }

    @Override
    public void close() {
        ended = true;
    }

    /** @return whether the plugin has looked into any, so that what it says is of this person alone */
    boolean wereAsked() {
        return asked;
    }

    private Listing listing(String roster) {
        try {
            return switch (rosters.names(new RosterId(roster), person)) {
                case YES -> Listing.LISTED;
                case NO -> Listing.NOT_LISTED;
                case UNCLEAR -> Listing.UNKNOWN;
            };
        } catch (IllegalArgumentException noRosterIsCalledSo) {
            return Listing.UNKNOWN;
        }
    }
}
