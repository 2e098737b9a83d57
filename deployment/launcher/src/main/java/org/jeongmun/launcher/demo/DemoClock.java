package org.jeongmun.launcher.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The clock of a demo database: started once, by its first run, and then it runs on across restarts. */
public final class DemoClock {
    /** When the story begins unless {@code --demo-clock} says otherwise: ninety seconds before the door opens. */
    public static final Instant STORY_STARTS_AT =
            OffsetDateTime.parse("2021-07-14T19:58:30+09:00").toInstant();

    /*
     * The shift is a number of seconds, never days or months: adding days to a moment would depend on the time zone of
     * whoever asks, and on its clock changes.
     */
    private static final String START = """
            UPDATE public.demo
            SET clock_shift = extract(epoch FROM clock_starts_at - clock_timestamp()) * interval '1 second'
            WHERE clock_shift IS NULL""";

    /* Compared in the database, which keeps no more than microseconds of what was given. */
    private static final String STARTS_AT = "SELECT clock_starts_at = ? FROM public.demo";

    private final Connection owner;

    /** @param owner a connection that has put on the owning role */
    public DemoClock(Connection owner) {
        this.owner = owner;
    }

    /** @return whether this call started it; false when it runs already, with its moment unchanged */
    public boolean start() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            return statement.executeUpdate(START) == 1;
        }
    }

    /** @return whether it runs */
    public boolean isRunning() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_shift IS NOT NULL FROM public.demo")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** @return whether it has been started at that moment, or will be */
    public boolean startsAt(Instant moment) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(STARTS_AT)) {
            statement.setObject(1, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
