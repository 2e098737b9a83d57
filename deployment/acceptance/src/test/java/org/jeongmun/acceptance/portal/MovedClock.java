package org.jeongmun.acceptance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;

/** The clock of a demo, moved by its owner, so that nobody lives through minutes in which nothing is looked at. */
final class MovedClock {
    private static final Duration FOLLOWED_WITHIN = Duration.ofSeconds(60);

    /* A number of seconds, as the launcher starts the clock: adding days would depend on somebody's time zone. */
    private static final String FORWARD = """
            UPDATE demo SET clock_shift = extract(epoch FROM ?::timestamptz - clock_timestamp()) * interval '1 second'
             WHERE portal_now() < ?::timestamptz""";

    private final Portal portal;

    MovedClock(Portal portal) {
        this.portal = portal;
    }

    /** Moves it unless it is as late already, and waits until the portal goes by it. */
    void forwardTo(Instant moment) throws SQLException {
        try (Connection owner = portal.connectAsOwner();
                PreparedStatement forward = owner.prepareStatement(FORWARD)) {
            forward.setObject(1, moment.atOffset(ZoneOffset.UTC));
            forward.setObject(2, moment.atOffset(ZoneOffset.UTC));
            forward.executeUpdate();
        }
        Awaitility.await("the portal to go by " + moment)
                .atMost(FOLLOWED_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> bothLocksKnowTheTime() && isAsLateAs(moment));
    }

    /* What is no door goes no further than the outer lock, which reads the clock for itself, a look apart at most. */
    private boolean bothLocksKnowTheTime() {
        return !ask("/nothing-here").all("X-Portal-Gate").contains("UNKNOWN");
    }

    private boolean isAsLateAs(Instant moment) throws IOException {
        JsonNode schedule = new ObjectMapper().readTree(ask("/schedule.json").body());
        return !schedule.path("status").asText().equals("UNKNOWN")
                && !OffsetDateTime.parse(schedule.path("now").asText())
                        .toInstant()
                        .isBefore(moment);
    }

    private RawResponse ask(String target) {
        return RawRequest.of("GET", target).sendTo(portal.published().publicUrl());
    }
}
