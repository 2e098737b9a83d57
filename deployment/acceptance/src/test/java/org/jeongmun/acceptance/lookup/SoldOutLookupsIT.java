package org.jeongmun.acceptance.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every look-up is asked without a pause, each by one thread, while a clinic is sold out. What an answer tells may have
 * been true up to two seconds before it was asked for, and not longer.
 */
@DisplayName("During a sell-out")
@ExtendWith(SharedPortals.class)
class SoldOutLookupsIT {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final String QUERY = "?q=" + URLEncoder.encode(SellOut.NAME, StandardCharsets.UTF_8);
    private static final String CLINICS = "/lookup/clinic-lookup-portal/v1/clinics" + QUERY;
    private static final String SLOTS =
            "/lookup/clinic-lookup-smart/slots.ndjson?sido=" + URLEncoder.encode(SellOut.SIDO, StandardCharsets.UTF_8);
    private static final Pattern PLACES = Pattern.compile("([0-9]+) (?:places free|or more places free)");

    /** Where places are told. */
    private enum Place {
        EXACT,
        COARSE,
        SMART,
        PUBLIC_PAGE,
        JOURNEY
    }

    /** How somebody asks; empty when nothing was told. */
    @FunctionalInterface
    private interface Asking {
        OptionalLong places();
    }

    /**
     * What somebody was told.
     *
     * @param askedAt by the monotonic clock, before the request was sent
     */
    private record Told(Place place, long askedAt, long places) {}

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final Portal portal;
    private final PartnerDesk desk;
    private volatile boolean over;

    SoldOutLookupsIT(@Serving(Stage.OPEN) Portal portal) {
        this.portal = portal;
        desk = new PartnerDesk(portal);
    }

    @AfterEach
    void sendThemHome() throws InterruptedException {
        over = true;
        threads.shutdownNow();
        threads.awaitTermination(30, TimeUnit.SECONDS);
    }

    @Test
    void noLookUpTellsOfAPlaceThatHasBeenGoneForMoreThanTwoSeconds() throws Exception {
        SellOut sellOut = new SellOut(portal);
        sellOut.bringIn();
        Map<Place, Asking> ways = ways();
        for (Place place : Place.values()) {
            Awaitility.await(place + " tells of the new clinic")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> ways.get(place).places().orElse(0) > 0);
        }
        ways.forEach((place, asking) -> threads.submit(() -> goOnAsking(place, asking)));
        AtomicInteger goOnAt = new AtomicInteger();
        sellOut.sell(() -> {
            int next = goOnAt.addAndGet(2);
            Awaitility.await("an answer between two sales")
                    .atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> answers.get() >= next);
        });
        Awaitility.await("the end").atMost(Duration.ofSeconds(60)).until(() -> sellOut.isOverSince(TWO_SECONDS));
        long later = System.nanoTime();
        Awaitility.await("answers of every kind")
                .atMost(Duration.ofSeconds(60))
                .until(() -> everyPlaceHasToldSince(later));
        over = true;

        List<Told> tooMuch = told.stream()
                .filter(each -> each.places() > sellOut.freeBefore(each.askedAt(), TWO_SECONDS))
                .toList();
        assertEquals(List.of(), tooMuch.stream().limit(10).toList(), () -> tooMuch.size() + " of " + told.size());
        for (Place place : Place.values()) {
            List<Long> seen = new ArrayList<>();
            told.stream().filter(each -> each.place() == place).forEach(each -> seen.add(each.places()));
            assertTrue(seen.get(0) > 0, place + " told of places at first");
            assertEquals(0L, seen.get(seen.size() - 1), place + " told of none in the end");
        }
    }

    private boolean everyPlaceHasToldSince(long moment) {
        return Stream.of(Place.values()).allMatch(place -> timesToldSince(place, moment) > 2);
    }

    private long timesToldSince(Place place, long moment) {
        return told.stream()
                .filter(each -> each.place() == place && each.askedAt() > moment)
                .count();
    }

    private void goOnAsking(Place place, Asking asking) {
        while (!over) {
            long askedAt = System.nanoTime();
            try {
                asking.places().ifPresent(places -> told.add(new Told(place, askedAt, places)));
            } catch (UncheckedIOException unanswered) {
                // By a machine that stands still; who was told nothing asks again.
                continue;
            }
            answers.incrementAndGet();
        }
    }

    private Map<Place, Asking> ways() {
        String key = desk.create("sold-out", "--rate", "100000", "--quota", "100000000");
        desk.awaitStatus(200, CLINICS, key);
        Visitor outside = new Visitor(portal.published().publicUrl());
        Journey journey = new Journey(portal.published().publicUrl(), Citizen.invited());
        assertEquals("303 /reserve/clinic", journey.checkIn().redirect());
        Map<Place, Asking> ways = new EnumMap<>(Place.class);
        ways.put(Place.EXACT, () -> ofClinic(desk.get(CLINICS, key)));
        ways.put(Place.COARSE, () -> ofClinic(desk.get(CLINICS, null)));
        ways.put(Place.SMART, () -> ofSlots(desk.get(SLOTS, key)));
        ways.put(Place.PUBLIC_PAGE, () -> onPage(outside.get("/clinics" + QUERY)));
        ways.put(Place.JOURNEY, () -> onPage(journey.visitor().get("/reserve/clinic" + QUERY)));
        return ways;
    }

    private static OptionalLong ofClinic(PartnerDesk.Answer answer) {
        return answer.status() == 200
                ? OptionalLong.of(
                        answer.json().path("clinics").path(0).path("freePlaces").asLong())
                : OptionalLong.empty();
    }

    private static OptionalLong ofSlots(PartnerDesk.Answer answer) {
        return answer.status() == 200
                ? OptionalLong.of(answer.jsonLines().stream()
                        .filter(slot ->
                                slot.path("schedule").path("reference").asText().endsWith(SellOut.CLINIC))
                        .flatMap(slot ->
                                StreamSupport.stream(slot.path("extension").spliterator(), false))
                        .map(extension -> extension.path("valueInteger"))
                        .mapToLong(JsonNode::asLong)
                        .sum())
                : OptionalLong.empty();
    }

    /** Less than ten is told as less than ten, and counts as the one that there is at least. */
    private static OptionalLong onPage(Page page) {
        if (page.status() != 200 || !page.document().text().contains(SellOut.NAME)) {
            return OptionalLong.empty();
        }
        String text = page.document().text();
        if (text.contains("fewer than 10 places free")) {
            return OptionalLong.of(1);
        }
        Matcher places = PLACES.matcher(text);
        return OptionalLong.of(places.find() ? Long.parseLong(places.group(1)) : 0);
    }
}
