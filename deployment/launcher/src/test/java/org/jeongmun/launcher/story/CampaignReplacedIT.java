package org.jeongmun.launcher.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;
import org.jeongmun.launcher.demo.DemoClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A campaign file for a demo that runs already")
class CampaignReplacedIT {
    private static final String FILE = """
            campaign: covid19-2021
            zone: Asia/Seoul
            cohorts:
              - { id: age-55-59, label: { ko: "55~59세", en: "55-59" }, rule: cohort-birth-year, with: { from: 1962, to: 1966 } }
            windows:
              - { id: w0714, cohort: age-55-59, opens: 2021-07-14T%s, closes: 2021-07-24T18:00, graceMinutes: 10, holdMinutes: 5 }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2021-07-14T19:00:00+09:00, true",
        "2021-07-14T20:30:00+09:00, false",
        "2021-08-01T00:00:00+09:00, false"
    })
    void isAppliedByTheRulesOfEveryFileAndIsNoChangeTheSecondTime(OffsetDateTime clock, boolean mayChange)
            throws SQLException, IOException {
        Path first = Files.writeString(folder.resolve("first.yaml"), FILE.formatted("20:00"));
        Path later = Files.writeString(folder.resolve("later.yaml"), FILE.formatted("21:00"));
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "campaign: covid19-2021\nwindow: []\n");
        StoryOfJuly story = new StoryOfJuly();
        Progress progress = new Progress();
        try (DatabaseSession session = new Databases(new Settings(), progress).open(folder.resolve("data"))) {
            session.migrateNewDemo(clock.toInstant());
            try (Connection owner = session.owner()) {
                story.tell(owner, Optional.of(first), progress);
                assertTrue(new DemoClock(owner).start());
                story.replaceCampaign(owner, first, progress);
                assertEquals("1 20:00 300", inForce(owner));
                if (mayChange) {
                    story.replaceCampaign(owner, later, progress);
                    assertFalse(story.isInForce(owner));
                    story.replaceCampaign(owner, later, progress);
                    story.replaceCampaign(owner, first, progress);
                    assertEquals("2 21:00 300", inForce(owner), "a restart as it was first begun");
                    Path earlier = Files.writeString(folder.resolve("earlier.yaml"), FILE.formatted("20:30"));
                    refused("earlier than announced", () -> story.replaceCampaign(owner, earlier, progress));
                } else {
                    refused("Window w0714", () -> story.replaceCampaign(owner, later, progress));
                    assertEquals("1 20:00 300", inForce(owner));
                }
                refused("bad.yaml, line ", () -> story.replaceCampaign(owner, bad, progress));
            }
        }
    }

    private static void refused(String because, org.junit.jupiter.api.function.Executable change) {
        CommandFailure failure = assertThrows(CommandFailure.class, change);
        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
        assertTrue(failure.getMessage().contains(because), failure::getMessage);
        assertFalse(failure.getMessage().contains("\n"), failure::getMessage);
    }

    private static String inForce(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT (SELECT max(version) FROM schedule_version) || ' '
                               || to_char(opens_at AT TIME ZONE 'Asia/Seoul', 'HH24:MI') || ' '
                               || (SELECT count(*) FROM clinic)
                          FROM booking_window WHERE active""")) {
            row.next();
            return row.getString(1);
        }
    }
}
