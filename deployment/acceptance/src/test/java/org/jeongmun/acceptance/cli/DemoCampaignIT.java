package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A demo whose first start was cut off is started again with a campaign file, twice, and with one that is refused. */
@DisplayName("A demo that is started again with a campaign")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCampaignIT {
    private static final String CLOCK = "2021-07-14T12:00:00+09:00";
    private static final String OPENING = "opens: 2021-07-14T20:00";

    private Portal portal;
    private JsonNode first;
    private JsonNode second;
    private long clinics;
    private PortalJar.Ended refused;
    private PortalJar.Ended otherClock;
    private Instant begun;

    @BeforeAll
    void startAgainAndAgain() throws IOException, SQLException {
        Path folder = Folders.create("demo-campaign");
        markAndNoMore(folder);
        otherClock = PortalJar.run(demoOn(folder, "--demo-clock", "2021-07-14T12:00:01+09:00"));
        portal = Portal.start(PortalPlan.demo("demo-campaign", CLOCK), PortalJar.file(), folder);
        begun = Rows.of(portal).now();
        portal.stop();
        String text = Files.readString(Campaigns.file("changing.yaml"));
        Path later = PortalJar.fileOf(portal.folder(), "later.yaml", text.replace(OPENING, "opens: 2021-07-14T21:00"));
        Path earlier = PortalJar.fileOf(portal.folder(), "earlier.yaml", text);
        portal.startAgain("--demo", "--campaign", later.toString());
        first = schedule();
        PortalJar.Ended postponed = PortalJar.run(
                "campaign",
                "postpone",
                "w0714",
                "2021-07-14T22:00+09:00",
                "--reason",
                "a drill",
                "--data",
                portal.folder().toString());
        assertEquals(0, postponed.exitCode(), postponed::toString);
        portal.stop();
        portal.startAgain("--demo", "--campaign", later.toString());
        second = schedule();
        clinics = Rows.of(portal).count("clinic");
        portal.stop();
        refused = PortalJar.run(demoOn(folder, "--campaign", earlier.toString()));
    }

    /* As far as a first start comes that is killed before its server is up. */
    private static void markAndNoMore(Path folder) {
        try (DatabaseSession session = new Databases(new Settings(), new Progress()).open(folder)) {
            session.migrateNewDemo(OffsetDateTime.parse(CLOCK).toInstant());
        }
    }

    private static String[] demoOn(Path folder, String... more) {
        List<String> command = new ArrayList<>(
                List.of("run", "--demo", "--port", "0", "--management-port", "0", "--data", folder.toString()));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    private JsonNode schedule() {
        return new Visitor(portal.published().publicUrl()).get("/schedule.json").json();
    }

    private static String opening(JsonNode schedule) {
        return schedule.path("windows").get(0).path("opensAt").asText();
    }

    /** Nobody has seen its clock yet. */
    @Test
    void beginsAsItWasTypedThoughItsFirstStartWasCutOff() {
        Duration run = Duration.between(OffsetDateTime.parse(CLOCK).toInstant(), begun);
        assertTrue(!run.isNegative() && run.compareTo(Duration.ofHours(1)) < 0, run::toString);
        assertEquals(2, otherClock.exitCode(), otherClock::toString);
        assertTrue(otherClock.errors().contains("--demo-clock"), otherClock::toString);
    }

    @Test
    void hasThatCampaignAndKeepsItsClinics() {
        assertEquals(2, first.path("version").asInt(), first::toString);
        assertTrue(opening(first).startsWith("2021-07-14T21:00"), first::toString);
        assertEquals(300, clinics);
    }

    @Test
    void keepsWhatWasChangedSinceWhenTheFileIsTheSame() {
        assertEquals(3, second.path("version").asInt(), second::toString);
        assertTrue(opening(second).startsWith("2021-07-14T22:00"), second::toString);
    }

    @Test
    void isRefusedWhatNoFileMayChange() {
        assertEquals(2, refused.exitCode(), refused::toString);
        assertEquals(1, refused.errorLines().size(), refused::toString);
        assertTrue(refused.errors().contains("earlier than announced"), refused::toString);
    }
}
