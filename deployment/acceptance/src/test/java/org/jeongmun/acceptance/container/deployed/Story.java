package org.jeongmun.acceptance.container.deployed;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.ScheduleInForce;
import org.jeongmun.web.config.PortalDatabase;

/** What a test outside has put into the database before it came in here. */
public final class Story {
    /** Where in the WAR it is told. */
    public static final String FILE = "story.properties";

    private Story() {}

    /** @return the schedule, once the portal has read it */
    public static OpeningSchedule schedule(ScheduleInForce inForce) {
        return Awaitility.await("the campaign of this test")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> inForce.now().map(ScheduleInForce.Reading::schedule),
                        found -> found.filter(each -> each.campaign().value().equals(told("campaign")))
                                .isPresent())
                .orElseThrow();
    }

    /** @return the slot of that name */
    public static SlotId slot(String name) {
        return new SlotId(Long.parseLong(told(name)));
    }

    /** @return somebody whom the campaign invites; one letter tells them from others */
    public static Applicant invited(char letter) {
        PersonKey key = new PersonKey(String.valueOf(letter).repeat(43));
        return new Applicant(key, key, LocalDate.of(1964, 5, 5));
    }

    /** @return a number out of the database, as another connection than the pool's sees it: what is committed */
    public static long committed(String sql, Object value) throws SQLException {
        try (Connection connection = PortalDatabase.connect("jeongmun acceptance");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** @return how many reservations of that state somebody has in the campaign of this test */
    public static long rows(Applicant applicant, String state) throws SQLException {
        return committed(
                "SELECT count(*) FROM reservation WHERE person_key = ? AND state = '%s' AND campaign_id = '%s'"
                        .formatted(state, told("campaign")),
                applicant.key().value());
    }

    private static String told(String name) {
        Properties story = new Properties();
        try (InputStream file = Story.class.getResourceAsStream("/" + FILE)) {
            story.load(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return story.getProperty(name);
    }
}
