package org.jeongmun.plugin.lookupportal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.LookupAnswer;

/** Why there is no page, as RFC 9457 has it: constant texts that repeat nothing of the request. */
enum Problem {
    BAD_LIMIT(400, "bad-limit", "limit is a whole number from 1 to " + ClinicQuery.MOST + "."),
    BAD_CURSOR(400, "bad-cursor", "cursor is the next of an earlier page of the same search."),
    BAD_NEAR(400, "bad-near", "near is latitude,longitude in degrees, such as 37.57,126.98."),
    BAD_SORT(400, "bad-sort", "sort is directory, earliest, or distance, which needs near."),
    BAD_ONLY_FREE(400, "bad-only-free", "onlyFree is true or false."),
    UNREADABLE(400, "unreadable", "A text is percent-encoded UTF-8."),
    TOO_LONG(400, "too-long", "A text has at most 100 characters."),
    CLOSED(503, "closed", "Clinics can be looked up while booking is open.");

    private final int status;
    private final String type;
    private final String title;

    Problem(int status, String type, String title) {
        this.status = status;
        this.type = "urn:jeongmun:clinic-lookup-portal:" + type;
        this.title = title;
    }

    LookupAnswer answer() {
        return new LookupAnswer(status, "application/problem+json", Map.of("Cache-Control", "no-store"), this::write);
    }

    private void write(OutputStream out) throws IOException {
        try (JsonGenerator json = ClinicPage.JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeEndObject();
        }
    }
}
