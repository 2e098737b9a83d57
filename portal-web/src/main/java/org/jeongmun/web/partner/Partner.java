package org.jeongmun.web.partner;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerLimits;

/**
 * A partner as the database knows it; never one that is disabled.
 *
 * @param id its name
 * @param limits how much it may ask
 * @param keyHashes of the keys that are good now
 * @param addresses where people may be led back to
 * @param usedToday what all nodes have told so far of its requests of today
 */
record Partner(PartnerId id, PartnerLimits limits, Set<String> keyHashes, Set<String> addresses, long usedToday) {
    Partner {
        requireNonNull(id, "id");
        requireNonNull(limits, "limits");
        keyHashes = Set.copyOf(keyHashes);
        addresses = Set.copyOf(addresses);
    }
}
