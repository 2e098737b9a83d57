package org.jeongmun.launcher.roster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jeongmun.eligibility.RosterId;
import org.jeongmun.identity.KeyRing;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.AllOrNothing;
import org.jeongmun.launcher.demo.DemoMark;
import org.jeongmun.launcher.directory.Changes;
import org.jeongmun.launcher.directory.CsvImport;

/** One transaction that makes a roster anew, after every other one and as a whole. */
final class RosterChange {
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended('jeongmun.roster', 0))";

    private final Connection owner;
    private final Progress progress;

    /** @param owner a connection that has put on the owning role, in auto-commit */
    RosterChange(Connection owner, Progress progress) {
        this.owner = owner;
        this.progress = progress;
    }

    /** Takes the file's people onto the roster; what is thrown on the way leaves it as it was. */
    void make(RosterId roster, CsvImport people) throws SQLException {
        KeyRing keys = keys();
        Changes changes = AllOrNothing.make(owner, transaction -> {
            try (Statement statement = transaction.createStatement()) {
                statement.execute(ONE_AT_A_TIME);
            }
            try (RosterIntake intake = new RosterIntake(transaction, roster, keys)) {
                return people.store(intake, new RosterColumns());
            }
        });
        progress.line("Roster %s: %s.".formatted(roster, changes));
    }

    /**
     * The portal's own, or nobody on the roster would be found: the setting, which goes before the demo's secret there
     * as well, and without one in a demo that secret.
     */
    private KeyRing keys() throws SQLException {
        Optional<String> set = new Settings().value("portal.secret");
        byte[] secret = KeyRing.secret(set.isPresent() ? set.get() : secretOfTheDemo())
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        "portal.secret is not 32 or more bytes in base64: set the portal's own."));
        return KeyRing.of(secret);
    }

    private String secretOfTheDemo() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_regclass('public.demo') IS NOT NULL")) {
            row.next();
            if (row.getBoolean(1)) {
                return DemoMark.secret(owner);
            }
        }
        throw CommandFailure.wrongUsage("portal.secret is missing: set it (or PORTAL_SECRET) to the portal's own, or"
                + " nobody on the roster will be found.");
    }
}
