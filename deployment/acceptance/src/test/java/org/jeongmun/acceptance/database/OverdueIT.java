package org.jeongmun.acceptance.database;

import static org.jeongmun.acceptance.database.Outcomes.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.web.reservation.PostgresReservations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Overdue holds")
class OverdueIT {
    private static final String SWEEP = "SELECT expire_overdue(100)";

    @Test
    void areGivenBackBesideASlotThatAnImportHasLocked() throws SQLException {
        Campaign campaign = Campaign.open(-1, 1, Duration.of(1, ChronoUnit.MICROS));
        SlotId free = campaign.slot(1, 5);
        SlotId locked = campaign.slot(2, 5);
        SlotId alsoFree = campaign.slot(3, 5);
        try (HikariDataSource pool = TestDatabase.pool();
                PostgresReservations reservations = new PostgresReservations(pool);
                Connection imports = TestDatabase.owner();
                Connection sweep = TestDatabase.portal()) {
            TestDatabase.execute(sweep, "SET statement_timeout = '20s'");
            for (SlotId slot : new SlotId[] {locked, free, alsoFree}) {
                done(reservations.hold(campaign.request(Campaign.somebody(), slot)));
            }
            imports.setAutoCommit(false);
            lock(locked, imports);

            TestDatabase.execute(sweep, SWEEP);
            assertEquals(0, Campaign.taken(free));
            assertEquals(0, Campaign.taken(alsoFree));
            assertEquals(1, Campaign.taken(locked));

            imports.rollback();
            TestDatabase.execute(sweep, SWEEP);
            assertEquals(0, Campaign.taken(locked));
        }
    }

    private static void lock(SlotId slot, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT FROM slot WHERE id = ? FOR UPDATE")) {
            statement.setLong(1, slot.value());
            statement.execute();
        }
    }
}
