package org.jeongmun.web.partner;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerKey;

/**
 * The partners as they were last read, with what each may still ask. Asking takes no lock and touches no database; safe
 * for many threads. A silent database leaves the last reading in force: the clinic directory then tells nothing anyway.
 */
@Singleton
public class Partners {
    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    private final InstantSource clock;
    private volatile Book book;

    /** Partners that have not been read yet. */
    public Partners() {
        this(InstantSource.system());
    }

    /** @param clock tells when the day's quota begins anew, and nothing else */
    Partners(InstantSource clock) {
        this.clock = clock;
    }

    /** One reading; whoever has it in hand finds everything in it fitting together. */
    private record Book(
            Map<String, PartnerId> byHash,
            Map<PartnerId, Allowance> allowances,
            Map<PartnerId, Set<String>> addresses) {}

    /**
     * Finds out who asks, and takes one request off what they may.
     *
     * @param keys the values of the header {@code X-Partner-Key}
     */
    public Caller identify(List<String> keys) {
        if (keys.isEmpty()) {
            return Caller.Anybody.ANYBODY;
        }
        Book read = book;
        if (read == null) {
            return Caller.NotYetTold.NOT_YET_TOLD;
        }
        PartnerId partner = keys.size() == 1
                ? PartnerKey.parse(keys.get(0))
                        .map(PartnerKey::hash)
                        .map(read.byHash()::get)
                        .orElse(null)
                : null;
        return partner == null
                ? Caller.Stranger.STRANGER
                : new Caller.Known(partner, read.allowances().get(partner).take(untilMidnight()));
    }

    /** @return the addresses to which this partner's people may be led back; none for a partner that is not known */
    public Set<String> addressesOf(PartnerId partner) {
        Book read = book;
        return read == null ? Set.of() : read.addresses().getOrDefault(partner, Set.of());
    }

    /** Takes in a reading of that day; for the one thread that reads. */
    void show(LocalDate day, List<Partner> partners) {
        Map<PartnerId, Allowance> before = book == null ? Map.of() : book.allowances();
        Map<String, PartnerId> byHash = new HashMap<>();
        Map<PartnerId, Allowance> allowances = new HashMap<>();
        Map<PartnerId, Set<String>> addresses = new HashMap<>();
        for (Partner partner : partners) {
            partner.keyHashes().forEach(hash -> byHash.put(hash, partner.id()));
            addresses.put(partner.id(), partner.addresses());
            Allowance allowance = Optional.ofNullable(before.get(partner.id()))
                    .filter(kept -> kept.isOf(partner.limits(), day))
                    .orElseGet(() -> new Allowance(partner.limits(), day, partner.usedToday()));
            allowance.learn(partner.usedToday());
            allowances.put(partner.id(), allowance);
        }
        book = new Book(byHash, allowances, addresses);
    }

    /** @return what each partner may still ask; for the one thread that tells the database */
    Map<PartnerId, Allowance> allowances() {
        return book == null ? Map.of() : book.allowances();
    }

    private Duration untilMidnight() {
        Instant now = clock.instant();
        ZonedDateTime here = now.atZone(KOREA);
        return Duration.between(now, here.toLocalDate().plusDays(1).atStartOfDay(KOREA));
    }
}
