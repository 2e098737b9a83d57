package org.jeongmun.acceptance.timegames;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Wire;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;

/**
 * Two openings and two closings of one portal, in New York, in Turkish, on a node whose clock is ten minutes fast at
 * the first opening, ten minutes slow at the first closing and the second opening, and fast again at the last closing.
 * What was seen is written down here and judged elsewhere.
 */
final class Evening implements AutoCloseable {
    static final Instant FIRST_OPENS = at("20:00:00");
    static final Instant FIRST_CLOSES = at("20:00:45");
    static final Instant SECOND_OPENS = at("20:00:57");
    static final Instant SECOND_CLOSES = at("20:01:15");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int CROWD = 50_000;
    private static final int FEW = 6;
    private static final int TRIES = 3;

    /* A request whose head has been sent, and the part of its body that has not. */
    private record Halved(Wire wire, String rest) {}

    final List<Shot> firstOpening = new ArrayList<>();
    final List<Shot> firstClosing = new ArrayList<>();
    final List<Shot> secondOpening = new ArrayList<>();
    final List<Shot> secondClosing = new ArrayList<>();
    final List<RawResponse> bodiesAfterTheOpening = new ArrayList<>();
    final List<RawResponse> bodiesAfterTheClosing = new ArrayList<>();
    final List<RawResponse> replaysBetween = new ArrayList<>();
    final List<RawResponse> replaysOfOthers = new ArrayList<>();
    final List<RawResponse> replaysAfterTheEnd = new ArrayList<>();
    final Rows rows;
    PortalTime time;

    private final Path clockFolder = Folders.create("clock");
    private final NodeClock clock;
    private final Portal portal;
    private final URI door;
    private List<Saved> forms = List.of();
    private boolean inTime = true;

    private Evening() {
        try {
            clock = NodeClock.aheadBy(TEN_MINUTES, clockFolder);
            portal = Portal.start(PortalPlan.demo("time-games", "2021-07-14T19:50:00+09:00")
                    .campaign(Campaigns.file("instants.yaml"))
                    .inZone("America/New_York")
                    .speaking("tr", "TR")
                    .environment(clock.environment()));
        } catch (Throwable failed) {
            Folders.delete(clockFolder);
            throw failed;
        }
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
    }

    private static Instant at(String timeOfDay) {
        return OffsetDateTime.parse("2021-07-14T" + timeOfDay + "+09:00").toInstant();
    }

    /** Lives through it; a machine that stands still in the wrong moment may try again, twice. */
    static Evening lived() throws SQLException {
        for (int tries = 1; ; tries++) {
            Evening evening = new Evening();
            try {
                evening.live();
                if (evening.inTime || tries == TRIES) {
                    return evening;
                }
            } catch (Throwable failed) {
                if (evening.inTime || tries == TRIES) {
                    evening.close();
                    throw failed;
                }
            }
            evening.close();
        }
    }

    private void live() throws SQLException {
        NodeClock.awaitOffset(portal, TEN_MINUTES);
        portal.skipTo(FIRST_OPENS.minusSeconds(8));
        time = PortalTime.of(rows);
        List<Halved> early = begun(List.of(
                new Saved("/check-in", "a=b", "name=%EA%B0%80&birthDate=19640315&phone=01000000000&continue=1"),
                new Saved("/reserve/slot", "a=b", "slot=1&continue=1")));
        goOnAt(FIRST_OPENS.minusMillis(4_000));
        firstOpening.addAll(opening(List.of(), FIRST_OPENS));
        bodiesAfterTheOpening.addAll(finished(early));
        forms = savedForms(3 * FEW + 2);
        if (forms.isEmpty()) {
            return;
        }
        clock.turnTo(TEN_MINUTES.negated());
        NodeClock.awaitOffset(portal, TEN_MINUTES.negated());
        closeTheFirst();
        openTheSecond();
        closeTheSecond();
    }

    /* Its forms were saved while it was open: some are sent in time, some in halves, the others kept. */
    private void closeTheFirst() {
        goOnAt(FIRST_CLOSES.minusMillis(3_000));
        List<Halved> late = begun(forms.subList(3 * FEW, 3 * FEW + 2));
        goOnAt(FIRST_CLOSES.minusMillis(1_500));
        firstClosing.addAll(storm(forms.subList(0, FEW), FIRST_CLOSES.plusMillis(1_000), 0));
        bodiesAfterTheClosing.addAll(finished(late));
        replaysBetween.addAll(sent(forms.subList(FEW, 2 * FEW)));
    }

    private void openTheSecond() {
        goOnAt(SECOND_OPENS.minusMillis(1_500));
        secondOpening.addAll(opening(forms.subList(FEW, 2 * FEW), SECOND_OPENS));
        String cookiesOfAnother = forms.get(2 * FEW).cookies();
        replaysOfOthers.addAll(sent(forms.subList(2 * FEW + 1, 3 * FEW).stream()
                .map(form -> form.with(cookiesOfAnother))
                .toList()));
        clock.turnTo(TEN_MINUTES);
        NodeClock.awaitOffset(portal, TEN_MINUTES);
    }

    private void closeTheSecond() {
        goOnAt(SECOND_CLOSES.minusMillis(1_500));
        secondClosing.addAll(
                storm(forms.subList(2 * FEW, 3 * FEW), SECOND_CLOSES.plusMillis(1_000), CROWD - requests()));
        replaysAfterTheEnd.addAll(sent(forms));
    }

    /** @return how many requests the crowds have made */
    int requests() {
        return firstOpening.size() + firstClosing.size() + secondOpening.size() + secondClosing.size();
    }

    private void goOnAt(Instant moment) {
        inTime &= !time.latest(System.nanoTime()).isAfter(moment.plusMillis(500));
        time.await(moment);
    }

    /* Who is served when is only judged on a machine that did not stand still meanwhile. */
    private List<Shot> opening(List<Saved> holders, Instant opens) {
        try (Pulse pulse = new Pulse()) {
            List<Shot> shots = storm(holders, opens.plusMillis(1_500), 0);
            inTime &= !pulse.stoodStill();
            return shots;
        }
    }

    /* A portal that has not heard of its database for seconds knows nothing, which is not what is asked here. */
    private List<Shot> storm(List<Saved> holders, Instant end, int count) {
        List<Shot> shots = new Storm(door, time, holders).until(end, count);
        inTime &= shots.stream().noneMatch(shot -> shot.gate().equals("UNKNOWN"));
        return shots;
    }

    /* The head and a part of the body, as from a slow line. */
    private List<Halved> begun(List<Saved> requests) {
        String host = door.getAuthority();
        return requests.stream()
                .map(request -> new Halved(
                        Wire.to(door)
                                .send(request.head(host, "close")
                                        + request.body().substring(0, 2)),
                        request.body().substring(2)))
                .toList();
    }

    private static List<RawResponse> finished(List<Halved> begun) {
        List<RawResponse> answers = new ArrayList<>();
        for (Halved halved : begun) {
            try (Wire wire = halved.wire()) {
                answers.addAll(wire.send(halved.rest()).answersToTheEnd());
            }
        }
        return answers;
    }

    private List<RawResponse> sent(List<Saved> requests) {
        List<RawResponse> answers = new ArrayList<>();
        for (Saved request : requests) {
            try (Wire wire = Wire.to(door).send(request.request(door.getAuthority(), "close"))) {
                answers.addAll(wire.answersToTheEnd());
            }
        }
        return answers;
    }

    private List<Saved> savedForms(int count) {
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<Saved>> walking = Stream.generate(
                            () -> people.submit(() -> Saved.slotFormOf(new Journey(door, Citizen.invited()))))
                    .limit(count)
                    .toList();
            List<Saved> saved = new ArrayList<>();
            for (Future<Saved> each : walking) {
                saved.add(each.get());
            }
            return saved;
        } catch (InterruptedException | ExecutionException failed) {
            if (time.latest(System.nanoTime()).isBefore(FIRST_CLOSES)) {
                throw new AssertionError("Nobody was shown a form.", failed);
            }
            inTime = false;
            return List.of();
        } finally {
            people.shutdownNow();
        }
    }

    @Override
    public void close() {
        portal.close();
        Folders.delete(clockFolder);
    }
}
