package org.jeongmun.acceptance.nodes;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.launcher.directory.DirectoryChange;

/**
 * A new clinic that has ten places and no more, all at one time; every node knows of it.
 *
 * @param clinic its name
 * @param slot the id of its slot
 */
record LastPlaces(String clinic, String slot) {
    static final int MANY = 10;
    private static final String NAME = "두노드시험의원";

    /* As an import does it. */
    static LastPlaces of(Nodes nodes) throws SQLException {
        try (Connection owner = nodes.first.connectAsOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("INSERT INTO clinic VALUES ('two-nodes', '" + NAME
                    + "', '세종특별자치시', '', '한누리대로 1', '044-000-0000', 36.5, 127.3)");
            String slot = null;
            try (ResultSet row = statement.executeQuery(
                    "INSERT INTO slot (clinic_id, starts_at, ends_at, vaccine, capacity) VALUES ('two-nodes',"
                            + " '2021-07-27T09:00+09:00', '2021-07-27T09:30+09:00', 'Moderna', " + MANY
                            + ") RETURNING id")) {
                row.next();
                slot = row.getString(1);
            }
            statement.execute(DirectoryChange.TELL);
            owner.commit();
            nodes.doors().forEach(LastPlaces::awaitPlaces);
            return new LastPlaces(NAME, slot);
        }
    }

    /* Until its slots are known too, the page shows the clinic as one without a place, which nobody can choose. */
    private static void awaitPlaces(URI door) {
        Journey journey = new Journey(door, Citizen.invited()).toTheEndOfTheLine();
        Nodes.await(
                "the new clinic and its places",
                () -> journey.visitor()
                        .get("/reserve/clinic")
                        .formWith("q")
                        .with("q", NAME)
                        .press("search")
                        .choices("clinic")
                        .contains("two-nodes"));
    }
}
