package org.jeongmun.acceptance.contention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Form;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("A slot of ten places")
@ExtendWith(SharedPortals.class)
class LastPlacesIT {
    private static final int PEOPLE = 200;
    private static final int PLACES = 10;
    private static final int ROUNDS = 20;
    private static final String CLINIC = "acceptance-last-places";
    private static final String NAME = "마지막자리시험의원";

    /** Somebody with the page of the slots before them, who chooses there again and again. */
    private record Wanting(Journey journey, Form form) {}

    private final ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
    private final Portal portal;
    private final Rows rows;

    LastPlacesIT(@Serving(Stage.OPEN_IN_SEOUL) Portal portal) {
        this.portal = portal;
        rows = Rows.of(portal);
    }

    @AfterEach
    void sendThemHome() {
        threads.shutdownNow();
    }

    @Test
    void goesToExactlyTenOfTwoHundredInEachOfTwentyRounds() throws Exception {
        bringIn();
        List<Wanting> crowd = new ArrayList<>(people(PEOPLE));
        for (int round = 0; round < ROUNDS; round++) {
            String slot = rows.text(
                    "SELECT id::text FROM slot WHERE clinic_id = ? ORDER BY starts_at OFFSET ? LIMIT 1", CLINIC, round);
            List<Wanting> winners = rush(crowd, slot);
            assertEquals(PLACES, winners.size(), "winners of round " + round);
            assertEquals(PLACES, rows.number("SELECT taken FROM slot WHERE id = ?::bigint", slot));
            assertEquals(
                    PLACES,
                    rows.number(
                            "SELECT count(DISTINCT person_key) FROM reservation"
                                    + " WHERE state = 'HELD' AND slot_id = ?::bigint",
                            slot));
            assertEquals(PLACES, rows.number("SELECT count(*) FROM reservation WHERE slot_id = ?::bigint", slot));
            for (Wanting winner : winners) {
                assertEquals("303 /reserve/done", winner.journey().confirm().redirect());
            }
            crowd.removeAll(winners);
            // After the last round no place is left, and nobody could choose the clinic any more.
            crowd.addAll(people(round < ROUNDS - 1 ? winners.size() : 0));
        }
        assertEquals(
                (long) PLACES * ROUNDS,
                rows.number(
                        "SELECT count(DISTINCT person_key) FROM reservation r JOIN slot s ON s.id = r.slot_id"
                                + " WHERE s.clinic_id = ? AND state = 'CONFIRMED'",
                        CLINIC));
    }

    private List<Wanting> rush(List<Wanting> crowd, String slot) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(crowd.size());
        List<Future<Page>> answers = new ArrayList<>();
        for (Wanting person : crowd) {
            answers.add(threads.submit(() -> {
                together.await();
                Form chosen = person.form().with("slot", slot);
                return Journey.patiently(() -> chosen.press("continue"));
            }));
        }
        List<Wanting> winners = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Page answer = answers.get(i).get();
            if (answer.redirect().equals("303 /reserve/confirm")) {
                winners.add(crowd.get(i));
            } else {
                assertEquals(422, answer.status(), answer::toString);
            }
        }
        return winners;
    }

    private List<Wanting> people(int number) throws InterruptedException, ExecutionException {
        Callable<Wanting> arrival = () -> {
            Journey journey = new Journey(portal.published().publicUrl(), Citizen.invited());
            assertEquals("303 /reserve/clinic", journey.checkIn().redirect());
            Page chosen = journey.chooseClinic(NAME);
            assertEquals("303 /reserve/slot", chosen.redirect(), chosen::toString);
            return new Wanting(journey, journey.slots());
        };
        List<Wanting> people = new ArrayList<>();
        for (Future<Wanting> person :
                threads.invokeAll(Stream.generate(() -> arrival).limit(number).toList())) {
            people.add(person.get());
        }
        return people;
    }

    private void bringIn() throws SQLException {
        Path folder = Folders.create("last-places");
        try {
            Path clinics = PortalJar.fileOf(folder, "clinics.csv", """
                    clinic_id,name,sido,sigungu,address,phone,latitude,longitude
                    %s,%s,세종특별자치시,,"한누리대로 1",044-000-0000,36.5,127.3
                    """.formatted(CLINIC, NAME));
            Path slots = PortalJar.fileOf(folder, "slots.csv", slotRows());
            for (String[] command : new String[][] {{"clinics", clinics.toString()}, {"slots", slots.toString()}}) {
                PortalJar.Ended ended = PortalJar.run(
                        command[0],
                        "import",
                        command[1],
                        "--data",
                        portal.folder().toString());
                assertEquals(0, ended.exitCode(), ended::toString);
            }
        } finally {
            Folders.delete(folder);
        }
        assertEquals(ROUNDS, rows.number("SELECT count(*) FROM slot WHERE clinic_id = ?", CLINIC));
        Journey journey = new Journey(portal.published().publicUrl(), Citizen.invited());
        journey.checkIn();
        // Until its slots are known too, the page shows the clinic as one without a place, which nobody can choose.
        Awaitility.await("the new clinic and its places")
                .atMost(Duration.ofSeconds(60))
                .until(() -> journey.visitor()
                        .get("/reserve/clinic")
                        .formWith("q")
                        .with("q", NAME)
                        .press("search")
                        .choices("clinic")
                        .contains(CLINIC));
    }

    private static String slotRows() {
        OffsetDateTime first = OffsetDateTime.parse("2021-07-20T09:00+09:00");
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> "%s,%s,%s,Moderna,%d%n"
                        .formatted(CLINIC, first.plusMinutes(10L * round), first.plusMinutes(10L * round + 10), PLACES))
                .collect(Collectors.joining("", "clinic_id,starts_at,ends_at,vaccine,capacity\n", ""));
    }
}
