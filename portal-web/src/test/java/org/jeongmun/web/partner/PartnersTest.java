package org.jeongmun.web.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerKey;
import org.jeongmun.partner.PartnerLimits;
import org.jeongmun.web.partner.Standing.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Partners")
class PartnersTest {
    private static final Instant NOON = Instant.parse("2021-07-14T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2021, 7, 14);
    private static final PartnerId MAPS = new PartnerId("maps");
    private static final PartnerId CHAT = new PartnerId("chat");
    private static final PartnerKey OLD = PartnerKey.random(MAPS, new Random(1));
    private static final PartnerKey NEW = PartnerKey.random(MAPS, new Random(2));
    private static final PartnerKey OTHER = PartnerKey.random(CHAT, new Random(3));

    private final Partners partners = new Partners(() -> NOON);

    @Test
    void areToldFromTheirKeys() {
        show(TODAY, maps(100, 1000, 0, OLD, NEW), chat(100, 1000));
        assertEquals(MAPS, known(OLD.text()).partner());
        assertEquals(MAPS, known(NEW.text()).partner());
        assertEquals(CHAT, known(OTHER.text()).partner());
        assertEquals(Caller.Anybody.ANYBODY, partners.identify(List.of()));
    }

    @Test
    void areStrangersWithAnythingButAGoodKey() {
        show(TODAY, maps(100, 1000, 0, NEW), chat(100, 1000));
        String stolen = "chat" + NEW.text().substring(4);
        for (String key : List.of(OLD.text(), stolen, "", "maps", NEW.text() + " ", "x".repeat(10_000))) {
            assertEquals(Caller.Stranger.STRANGER, partners.identify(List.of(key)));
        }
        assertEquals(Caller.Stranger.STRANGER, partners.identify(List.of(NEW.text(), NEW.text())));
    }

    @Test
    void areNotKnownBeforeTheyHaveBeenRead() {
        assertEquals(Caller.NotYetTold.NOT_YET_TOLD, partners.identify(List.of(NEW.text())));
        assertEquals(Caller.Anybody.ANYBODY, partners.identify(List.of()));
    }

    @Test
    void areStrangersOnceTheyAreDisabled() {
        show(TODAY, maps(100, 1000, 0, NEW));
        known(NEW.text());
        show(TODAY);
        assertEquals(Caller.Stranger.STRANGER, partners.identify(List.of(NEW.text())));
    }

    @Test
    void areSlowedOneByOne() {
        show(TODAY, maps(1, 1000, 0, NEW), chat(1, 1000));
        assertEquals(Verdict.FINE, known(NEW.text()).standing().verdict());
        Standing refused = known(NEW.text()).standing();
        assertEquals(Verdict.TOO_FAST, refused.verdict());
        assertEquals(1, refused.retryAfterSeconds());
        assertEquals(Verdict.FINE, known(OTHER.text()).standing().verdict());
    }

    @Test
    void haveAQuotaForTheDayUntilMidnightInKorea() {
        show(TODAY, maps(100, 3, 1, NEW));
        assertEquals(
                Map.of(
                        "RateLimit-Policy", "\"second\";q=100;w=1, \"day\";q=3;w=86400",
                        "RateLimit", "\"second\";r=99;t=1, \"day\";r=1;t=43200",
                        "RateLimit-Limit", "3",
                        "RateLimit-Remaining", "1",
                        "RateLimit-Reset", "43200"),
                known(NEW.text()).standing().headers());
        known(NEW.text());
        Standing spent = known(NEW.text()).standing();
        assertEquals(Verdict.QUOTA_SPENT, spent.verdict());
        assertEquals(43_200, spent.retryAfterSeconds());
        show(TODAY.plusDays(1), maps(100, 3, 0, NEW));
        assertEquals(Verdict.FINE, known(NEW.text()).standing().verdict());
    }

    @Test
    void areChargedWhatTheyAskedAtOtherNodesAndNothingTwice() {
        show(TODAY, maps(100, 10, 0, NEW));
        known(NEW.text());
        known(NEW.text());
        Allowance allowance = partners.allowances().get(MAPS);
        assertEquals(2, allowance.untold());
        allowance.told(2);
        assertEquals(0, allowance.untold());
        show(TODAY, maps(100, 10, 2, NEW));
        assertEquals(7, known(NEW.text()).standing().leftToday());
        show(TODAY, maps(100, 10, 2 + 5, NEW));
        assertEquals(1, known(NEW.text()).standing().leftToday());
    }

    @Test
    void getNewLimitsAtOnce() {
        show(TODAY, maps(1, 10, 0, NEW));
        known(NEW.text());
        assertEquals(Verdict.TOO_FAST, known(NEW.text()).standing().verdict());
        show(TODAY, maps(50, 10, 1, NEW));
        Standing standing = known(NEW.text()).standing();
        assertEquals(Verdict.FINE, standing.verdict());
        assertEquals(8, standing.leftToday());
    }

    @Test
    void haveAddressesOfTheirOwn() {
        show(TODAY, maps(1, 1, 0, NEW), chat(1, 1));
        assertEquals(Set.of("https://maps.example/back"), partners.addressesOf(MAPS));
        assertEquals(Set.of(), partners.addressesOf(CHAT));
        assertEquals(Set.of(), partners.addressesOf(new PartnerId("nobody")));
    }

    private Caller.Known known(String key) {
        return assertInstanceOf(Caller.Known.class, partners.identify(List.of(key)));
    }

    private void show(LocalDate day, Partner... read) {
        partners.show(day, List.of(read));
    }

    private static Partner maps(int perSecond, long perDay, long used, PartnerKey... keys) {
        Set<String> hashes = Set.of(List.of(keys).stream().map(PartnerKey::hash).toArray(String[]::new));
        return new Partner(
                MAPS, new PartnerLimits(perSecond, perDay), hashes, Set.of("https://maps.example/back"), used);
    }

    private static Partner chat(int perSecond, long perDay) {
        return new Partner(CHAT, new PartnerLimits(perSecond, perDay), Set.of(OTHER.hash()), Set.of(), 0);
    }
}
