package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A demo of the story is started again with a campaign file, twice, and with one that is not allowed. */
@DisplayName("A demo that is started again with a campaign")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoCampaignIT {
    private static final String OPENING = "opens: 2021-07-14T20:00";

    private Portal portal;
    private JsonNode first;
    private JsonNode second;
    private long clinics;
    private PortalJar.Ended refused;

    @BeforeAll
    void startAgainAndAgain() throws IOException, SQLException {
        portal = Portal.start(PortalPlan.demo("demo-campaign", "2021-07-14T12:00:00+09:00"));
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
        refused = PortalJar.run(
                "run",
                "--demo",
                "--campaign",
                earlier.toString(),
                "--port",
                "0",
                "--management-port",
                "0",
                "--data",
                portal.folder().toString());
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
