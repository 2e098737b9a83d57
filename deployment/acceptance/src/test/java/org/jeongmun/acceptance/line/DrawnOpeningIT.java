package org.jeongmun.acceptance.line;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.CrowdInLine;
import org.jeongmun.acceptance.client.CrowdInLine.Entered;
import org.jeongmun.acceptance.client.Journey;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A crowd joins before an opening, lives through it and through the end of the places; each test judges one thing of that. */
@DisplayName("The opening of a line that is drawn")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrawnOpeningIT {
    private static final int MOST_PEOPLE = 3_000;
    private static final int PER_SECOND = 60;
    private static final int LET_IN = 200;

    private final Path files = Folders.create("drawn-opening");
    private Portal portal;
    private Rows rows;
    private URI door;
    private Journey twice;
    private long numberAtFirst;
    private long numberOnAnotherDevice;
    private int early;
    private JsonNode before;
    private JsonNode after;
    private CrowdInLine crowd;
    private List<Entered> entered;
    private JsonNode soldOut;
    private String saidWhenSoldOut;
    private List<String> refusedWhenSoldOut;

    @BeforeAll
    void liveThroughIt() throws SQLException {
        portal = Portal.start(
                PortalPlan.demo("drawn-opening", "2021-07-14T19:59:10+09:00").campaign(Campaigns.file("draw.yaml")));
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
        crowd = new CrowdInLine(door);
        twice = new Journey(door, Citizen.invited());
        assertEquals("303 /waiting", twice.checkIn().redirect());
        numberAtFirst = twice.number();
        Journey elsewhere = new Journey(door, twice.citizen());
        elsewhere.checkIn();
        numberOnAnotherDevice = elsewhere.number();
        before = line();
        early = assertShut(twice.visitor());
        crowd.joinUntil(
                MOST_PEOPLE,
                () -> !before.path("status")
                        .asText()
                        .equals(line().path("status").asText()));
        Awaitility.await("the draw")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !line().at("/draw/seed").isNull());
        after = line();
        entered = crowd.enterUntil(LET_IN, this::nowServing);
        sellOut();
    }

    private int assertShut(Visitor visitor) {
        for (String step : Journey.steps()) {
            assertClosed(
                    "NOT_YET_OPEN",
                    step,
                    RawRequest.of("GET", step)
                            .header("Cookie", visitor.cookieHeader())
                            .sendTo(door));
        }
        return Journey.steps().size();
    }

    /* The clinics take back what nobody has taken. */
    private void sellOut() throws SQLException {
        String all = rows.text("SELECT string_agg(clinic_id || ',' || to_char(starts_at AT TIME ZONE 'Asia/Seoul',"
                + " 'YYYY-MM-DD\"T\"HH24:MI\"+09:00\"') || ',' || to_char(ends_at AT TIME ZONE 'Asia/Seoul',"
                + " 'YYYY-MM-DD\"T\"HH24:MI\"+09:00\"') || ',' || vaccine || ',0', E'\\n') FROM slot");
        Path file = PortalJar.fileOf(files, "none.csv", "clinic_id,starts_at,ends_at,vaccine,capacity\n" + all + "\n");
        PortalJar.Ended ended = PortalJar.run(
                "slots", "import", file.toString(), "--data", portal.folder().toString());
        assertEquals(0, ended.exitCode(), ended::toString);
        Awaitility.await("the end of the places")
                .atMost(Duration.ofSeconds(20))
                .until(() -> line().path("placesLeft").asText().equals("NONE"));
        soldOut = line();
        Journey waiting = crowd.lastInLine();
        saidWhenSoldOut = waiting.visitor().get("/waiting").document().text();
        refusedWhenSoldOut = crowd.someOutside(10).stream()
                .map(person -> person.visitor().get("/reserve/clinic").redirect())
                .toList();
    }

    private JsonNode line() {
        return new Visitor(door).get("/waiting/status.json").json().at("/windows/0");
    }

    private long nowServing() {
        return line().path("nowServing").asLong();
    }

    @AfterAll
    void end() {
        Folders.delete(files);
        if (portal != null) {
            portal.close();
        }
    }

    @Test
    void givesOnePersonOneNumber() {
        assertEquals(1, numberAtFirst);
        assertEquals(numberAtFirst, numberOnAnotherDevice);
        List<Long> numbers = crowd.numbers().sorted().boxed().toList();
        assertEquals(LongStream.rangeClosed(2, numbers.size() + 1).boxed().toList(), numbers, "gapless, none twice");
    }

    @Test
    void keepsItsSeedUntilTheOpeningAndThenShowsWhatItPromised() {
        assertTrue(before.at("/draw/seed").isNull());
        assertEquals(before.at("/draw/commitment"), after.at("/draw/commitment"));
        DrawSeed seed = DrawSeed.ofHex(after.at("/draw/seed").asText());
        assertEquals(before.at("/draw/commitment").asText(), seed.commitment());
        assertFalse(
                before.toString().contains(after.at("/draw/finalSeed").asText()),
                "nobody could work out a place before the opening");
        assertEquals(Journey.steps().size(), early);
    }

    @Test
    void letsPeopleInInTheOrderOfTheirPlaces() {
        DrawSeed seed = DrawSeed.ofHex(after.at("/draw/seed").asText());
        Draw draw = new Draw(
                seed.mixedWith(Optional.empty()), after.at("/draw/tickets").asLong());
        assertTrue(entered.size() >= LET_IN, () -> entered.size() + " were let in");
        for (Entered one : entered) {
            long place = draw.placeOf(one.number());
            assertTrue(place <= one.nowServing(), () -> "place " + place + " while serving " + one.nowServing());
        }
        for (Entered one : crowd.turnedAway()) {
            long place = draw.placeOf(one.number());
            assertTrue(place > one.nowServing(), () -> "place " + place + " kept out at " + one.nowServing());
        }
        assertFalse(crowd.turnedAway().isEmpty(), "somebody tried too early");
    }

    @Test
    void letsNobodyInFasterThanItsRate() {
        double seconds = crowd.secondsOfEntering();
        assertTrue(
                entered.size() <= PER_SECOND * (seconds + 1),
                () -> "%d let in within %.1f seconds".formatted(entered.size(), seconds));
    }

    @Test
    void saysSoWhenNoPlaceIsLeftAndLetsNobodyInForNothing() {
        assertEquals("NONE", soldOut.path("placesLeft").asText());
        assertTrue(saidWhenSoldOut.contains("마감"), saidWhenSoldOut);
        assertEquals(
                List.of("303 /waiting"), refusedWhenSoldOut.stream().distinct().collect(Collectors.toList()));
    }
}
