package org.jeongmun.acceptance.line;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.CrowdInLine;
import org.jeongmun.acceptance.client.CrowdInLine.Entered;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.waitingroom.Draw;
import org.jeongmun.waitingroom.DrawSeed;

/**
 * A crowd that joins before an opening and lives through it, through the end of the places and the end of the window.
 * With {@code -Dcrowd.people=5000 -Dcrowd.places=3000 -Dcrowd.before=90 -Dcrowd.open=240} a large one; by default some
 * hundreds, so that the build stays short. Whoever has nothing to do but wait skips it; each of the three moments is
 * lived through, and people still join in the seconds before the first.
 */
final class Evening implements AutoCloseable {
    static final int PER_SECOND = Integer.getInteger("crowd.rate", 10);
    static final int PLACES = Integer.getInteger("crowd.places", 80);

    private static final System.Logger LOG = System.getLogger(Evening.class.getName());
    private static final int MOST_PEOPLE = Integer.getInteger("crowd.people", 500);
    private static final int SECONDS_BEFORE = Integer.getInteger("crowd.before", 300);
    private static final int SECONDS_OPEN = Integer.getInteger("crowd.open", 300);
    private static final Duration LIVED_THROUGH = Duration.ofSeconds(3);
    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final LocalDateTime OPENS = LocalDateTime.parse("2021-07-14T20:00");
    private static final String FORMER_CLOSES = "2021-07-24T18:00";
    private static final int WHO_HESITATE = 3;
    /** So many seconds' worth of people are called before the first of them comes: the doors alone slow them down. */
    private static final int CALLED_BEFORE = 5;

    private final Path files = Folders.create("evening");
    private final Portal portal;
    final Rows rows;
    final URI door;
    final CrowdInLine crowd;
    final Set<String> codes = ConcurrentHashMap.newKeySet();
    final Queue<Journey> hesitating = new ConcurrentLinkedQueue<>();
    final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    long numberAtFirst;
    long numberOnAnotherDevice;
    JsonNode before;
    JsonNode after;
    Draw draw;
    List<Entered> entered;
    JsonNode soldOut;
    String saidWhenSoldOut;
    List<String> askedWhenSoldOut;
    List<Page> afterTheEnd;
    String saidAfterTheEnd;

    Evening() throws IOException {
        portal = start(files);
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
        crowd = new CrowdInLine(door);
    }

    private static Portal start(Path files) throws IOException {
        try {
            Path campaign = PortalJar.fileOf(
                    files,
                    "evening.yaml",
                    Files.readString(Campaigns.file("draw.yaml"))
                            .replace(
                                    FORMER_CLOSES,
                                    OPENS.plusSeconds(SECONDS_OPEN).toString())
                            .replace("admitPerSecond: 60", "admitPerSecond: " + PER_SECOND));
            return Portal.start(PortalPlan.demo("evening", OPENS.minusSeconds(SECONDS_BEFORE) + "+09:00")
                    .campaign(campaign));
        } catch (Throwable failed) {
            Folders.delete(files);
            throw failed;
        }
    }

    Evening liveThrough() throws SQLException {
        FewPlaces.leave(PLACES, portal, files);
        checkInBefore();
        open();
        sellOut();
        end();
        return this;
    }

    private void checkInBefore() throws SQLException {
        Journey twice = new Journey(door, Citizen.invited());
        assertEquals("303 /waiting", twice.checkIn().redirect());
        numberAtFirst = twice.number();
        Journey elsewhere = new Journey(door, twice.citizen());
        elsewhere.checkIn();
        numberOnAnotherDevice = elsewhere.number();
        before = line();
        for (String step : Journey.steps()) {
            assertClosed(
                    "NOT_YET_OPEN",
                    step,
                    RawRequest.of("GET", step)
                            .header("Cookie", twice.visitor().cookieHeader())
                            .sendTo(door));
        }
        crowd.joinUntil(MOST_PEOPLE, () -> statusIs("OPEN"));
        skipToShortlyBefore(OPENS);
        crowd.joinUntil(MOST_PEOPLE, () -> statusIs("OPEN"));
    }

    private void open() {
        Awaitility.await("the draw")
                .atMost(Duration.ofSeconds(SECONDS_BEFORE + 60L))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !line().at("/draw/seed").isNull());
        after = line();
        draw = new Draw(
                DrawSeed.ofHex(after.at("/draw/seed").asText()).mixedWith(Optional.empty()),
                after.at("/draw/tickets").asLong());
        crowd.impatient(20);
        Awaitility.await("people to be called before they come")
                .atMost(Duration.ofSeconds(60))
                .until(() -> line().path("nowServing").asLong() >= CALLED_BEFORE * PER_SECOND);
        long began = System.nanoTime();
        entered = crowd.enterUntil(() -> isOver() || codes.size() >= PLACES, draw::placeOf, this::book);
        LOG.log(
                Level.INFO,
                "evening.lived people={0} places={1} entered={2} booked={3} seconds={4}",
                crowd.numbers().count(),
                PLACES,
                entered.size(),
                codes.size(),
                (System.nanoTime() - began) / 1e9);
    }

    private void book(Journey person) {
        if (hesitating.size() < WHO_HESITATE) {
            hesitating.add(person);
            return;
        }
        try {
            codes.add(bookWhereThereIsRoom(person));
        } catch (AssertionError nothingLeft) {
            refusals.add(nothingLeft.getMessage().lines().findFirst().orElse(""));
        }
    }

    private static String bookWhereThereIsRoom(Journey person) {
        for (int attempt = 0; attempt < 5; attempt++) {
            if (person.chooseClinic().redirect().equals("303 /reserve/slot")
                    && person.visitor().get("/reserve/slot").offers("slot")
                    && person.chooseSlot().redirect().equals("303 /reserve/confirm")) {
                assertEquals("303 /reserve/done", person.confirm().redirect());
                return person.code();
            }
        }
        throw new AssertionError("No place was found.");
    }

    private void sellOut() {
        Awaitility.await("the end of the places")
                .atMost(Duration.ofSeconds(SECONDS_OPEN))
                .until(() -> line().path("placesLeft").asText().equals("NONE"));
        soldOut = line();
        saidWhenSoldOut =
                crowd.someOutside(1).get(0).visitor().get("/waiting").document().text();
        askedWhenSoldOut = crowd.someOutside(10).stream()
                .map(person -> person.visitor().get("/reserve/clinic").redirect())
                .toList();
    }

    private void end() throws SQLException {
        skipToShortlyBefore(OPENS.plusSeconds(SECONDS_OPEN));
        Awaitility.await("the end of the window")
                .atMost(Duration.ofSeconds(SECONDS_OPEN + 60L))
                .pollInterval(Duration.ofMillis(50))
                // The gate has two locks, and the page is told by the inner one's clock.
                .until(() -> isOver() && statusIs("CLOSED"));
        afterTheEnd = hesitating.stream()
                .map(person -> person.visitor().get("/reserve/clinic"))
                .toList();
        saidAfterTheEnd =
                crowd.someOutside(1).get(0).visitor().get("/waiting").document().text();
    }

    private void skipToShortlyBefore(LocalDateTime moment) throws SQLException {
        portal.skipTo(moment.minus(LIVED_THROUGH).toInstant(KOREA));
    }

    /* Not merely busy, or in doubt for a moment. */
    private boolean isOver() {
        return new Visitor(door)
                .get("/reserve/confirm")
                .header("X-Portal-Gate")
                .orElse("")
                .equals("CLOSED");
    }

    private boolean statusIs(String status) {
        return line().path("status").asText().equals(status);
    }

    private JsonNode line() {
        return new Visitor(door).get("/waiting/status.json").json().at("/windows/0");
    }

    @Override
    public void close() {
        portal.close();
        Folders.delete(files);
    }
}
