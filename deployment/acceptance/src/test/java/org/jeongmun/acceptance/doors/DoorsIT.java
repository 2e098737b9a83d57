package org.jeongmun.acceptance.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("`doors`")
@ExtendWith(SharedPortals.class)
class DoorsIT {
    private final Portal before;
    private final Portal open;

    DoorsIT(@Serving(Stage.BEFORE_OPENING) Portal before, @Serving(Stage.OPEN) Portal open) {
        this.before = before;
        this.open = open;
    }

    @Test
    void findsAllShutBeforeTheOpeningAndLeavesNothingBehind() throws SQLException, IOException {
        long rows = Rows.of(before).count("reservation");
        PortalJar.Ended ended = PortalJar.run("doors", "--data", before.folder().toString());
        assertEquals(0, ended.exitCode(), ended::toString);
        assertTrue(ended.output().contains("ways: all shut"), ended::toString);
        assertEquals(rows, Rows.of(before).count("reservation"));
        JsonNode shown = new ObjectMapper()
                .readTree(RawRequest.of("GET", "/desk/doors")
                        .sendTo(before.published().managementUrl())
                        .body());
        assertEquals("SHUT", shown.path("report").path("verdict").asText());
        assertTrue(shown.path("report").path("ways").asLong() > 30_000, shown::toString);
    }

    /** Told nothing but where citizens find it: neither its folder nor its management port is the usual one. */
    @Test
    void findsOpenOnlyWhatMayBeWhileThePortalIsOpen() throws SQLException, IOException {
        long rows = Rows.of(open).count("reservation");
        PortalJar.Ended ended = PortalJar.run(
                "doors", "--json", "--url", open.published().publicUrl().toString());
        assertEquals(0, ended.exitCode(), ended::toString);
        JsonNode report = new ObjectMapper().readTree(ended.output());
        assertTrue(report.path("mayBeOpen").toString().contains("/reserve/clinic"), ended::toString);
        assertEquals(rows, Rows.of(open).count("reservation"));
    }

    @Test
    void saysThatThePortalIsNotThere(@TempDir Path empty) {
        PortalJar.Ended ended = PortalJar.run("doors", "--data", empty.toString());
        assertEquals(3, ended.exitCode(), ended::toString);
        assertEquals(1, ended.errorLines().size(), ended::toString);
    }
}
