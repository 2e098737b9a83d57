package org.jeongmun.plugin.lookupsmart;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jeongmun.spi.LookupAnswer;

/** Why there is no file, as RFC 9457 has it: constant texts that repeat nothing of the request. */
enum Problem {
    BAD_SIDO(400, "bad-sido", "sido is that of an address of the manifest."),
    CLOSED(503, "closed", "Clinics can be looked up while booking is open.");

    private final int status;
    private final byte[] body;

    Problem(int status, String type, String title) {
        this.status = status;
        this.body = "{\"type\":\"urn:jeongmun:clinic-lookup-smart:%s\",\"title\":\"%s\",\"status\":%d}"
                .formatted(type, title, status)
                .getBytes(StandardCharsets.UTF_8);
    }

    LookupAnswer answer() {
        return new LookupAnswer(
                status, "application/problem+json", Map.of("Cache-Control", "no-store"), out -> out.write(body));
    }
}
