package org.jeongmun.acceptance.database;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.web.line.InnerDoor;
import org.jeongmun.web.line.InsideLoad;
import org.jeongmun.web.line.KnownLines;
import org.jeongmun.web.line.LinePoll;

/** One node's part in the waiting room, in this process. */
final class LineNode implements AutoCloseable {
    final KnownLines lines = new KnownLines(System::nanoTime);
    final InnerDoor door;
    final LinePoll poll;

    LineNode(DataSource source, BooleanSupplier soldOut) {
        door = new InnerDoor(lines, window -> soldOut.getAsBoolean(), System::nanoTime, source);
        poll = new LinePoll(
                lines, door, new InsideLoad(System::nanoTime), soldOut, TestDatabase::portal, System::nanoTime);
        poll.start();
    }

    boolean leads() throws SQLException {
        return TestDatabase.number(
                        "SELECT count(*) FROM admission_lease WHERE holder = ? AND expires_at > clock_timestamp()",
                        poll.node())
                == 1;
    }

    long nowServing(WaitingCampaign campaign) {
        return lines.line(campaign.window()).map(Line::nowServing).orElse(-1L);
    }

    @Override
    public void close() {
        poll.stop();
    }
}
