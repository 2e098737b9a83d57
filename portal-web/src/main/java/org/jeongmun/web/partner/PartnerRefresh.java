package org.jeongmun.web.partner;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jeongmun.lock.reading.ConnectionSource;
import org.jeongmun.lock.reading.OwnSession;
import org.jeongmun.lock.reading.Poll;

/**
 * The one thread that keeps the partners up to date, so that no request needs a statement: a key that is taken away is
 * refused within a second. It outlives every failure.
 */
final class PartnerRefresh {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    private final Partners partners;
    private final OwnSession<PartnerReader> session;
    private final Poll poll = new Poll("portal-partners", this::step, this::end);

    PartnerRefresh(Partners partners, ConnectionSource connections) {
        this.partners = partners;
        this.session = new OwnSession<>("partners", connections, PartnerReader::new);
    }

    void start() {
        poll.start();
    }

    /** Waits for the last telling, but not for a database that is silent. */
    void stop() {
        poll.stop(LONGEST_END);
    }

    private long step() {
        session.ask(this::refresh);
        return PAUSE;
    }

    /** What has been asked in the last half second counts as well. */
    private void end() {
        session.ask(this::refresh);
        session.close();
    }

    private boolean refresh(PartnerReader reader) throws SQLException {
        reader.tell(partners.allowances());
        LocalDate today = reader.today();
        partners.show(today, reader.partners(today));
        return true;
    }
}
