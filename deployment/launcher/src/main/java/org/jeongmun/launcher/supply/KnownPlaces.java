package org.jeongmun.launcher.supply;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.database.Tables;

/** Refuses a move whose sides name what the directory has not, by the option that named it. */
final class KnownPlaces {
    private static final String SIDOS = "SELECT DISTINCT sido FROM clinic ORDER BY sido LIMIT 20";
    private static final String SIDO_OF_CLINIC = "SELECT sido FROM clinic WHERE id = ?";

    private final Tables tables;

    KnownPlaces(Tables tables) {
        this.tables = tables;
    }

    /** @throws CommandFailure exit code 2, also where both sides are the same and nothing would move */
    void check(Move move) throws SQLException {
        check("from", move.from());
        check("to", move.to());
        if (move.from().equals(move.to())) {
            throw CommandFailure.wrongUsage(
                    "%s -> %s moves nothing: name another place or window with --to-sido, --to-clinic or --to-window."
                            .formatted(move.from(), move.to()));
        }
    }

    private void check(String end, Move.Side side) throws SQLException {
        List<String> sidos = tables.read(SIDOS, row -> row.getString(1));
        Optional<String> unknown = side.sido().filter(sido -> !sidos.contains(sido));
        if (unknown.isPresent()) {
            throw CommandFailure.wrongUsage("--%s-sido %s has no clinic; those that have are %s."
                    .formatted(end, unknown.get(), String.join(", ", sidos)));
        }
        if (side.clinic().isPresent()) {
            checkClinic(end, side.clinic().get(), side.sido());
        }
    }

    private void checkClinic(String end, String clinic, Optional<String> sido) throws SQLException {
        List<String> found = tables.read(SIDO_OF_CLINIC, row -> row.getString(1), clinic);
        if (found.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "--%s-clinic %s: there is no such clinic; name a clinic_id of `clinics import`."
                            .formatted(end, clinic));
        }
        if (!found.contains(sido.orElse(found.get(0)))) {
            throw CommandFailure.wrongUsage(
                    "--%s-clinic %s is in %s: leave --%s-sido out.".formatted(end, clinic, found.get(0), end));
        }
    }
}
