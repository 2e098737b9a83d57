package org.jeongmun.plugin.lookupportal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.LookupAnswer;

/** A page of clinics as JSON, streamed; times in Korea's offset, which knows no summer time since 1988. */
final class ClinicPage {
    static final JsonFactory JSON = new JsonFactory();

    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

    private ClinicPage() {}

    static LookupAnswer answer(ClinicSearch.Page page) {
        return new LookupAnswer(200, "application/json", Map.of("Cache-Control", "max-age=1"), out -> write(page, out));
    }

    private static void write(ClinicSearch.Page page, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("checkedAt", time(page.checkedAt()));
            json.writeStringField("validUntil", time(page.validUntil()));
            json.writeArrayFieldStart("clinics");
            for (ClinicAvailability clinic : page.clinics()) {
                write(clinic, json);
            }
            json.writeEndArray();
            json.writeStringField("next", page.next().orElse(null));
            json.writeEndObject();
        }
    }

    private static void write(ClinicAvailability clinic, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", clinic.id().value());
        json.writeStringField("name", clinic.name());
        json.writeStringField("sido", clinic.sido());
        json.writeStringField("sigungu", clinic.sigungu().orElse(""));
        json.writeStringField("address", clinic.address());
        json.writeNumberField("latitude", clinic.latitude());
        json.writeNumberField("longitude", clinic.longitude());
        json.writeNumberField("freePlaces", clinic.freePlaces());
        json.writeStringField(
                "earliestAt", clinic.earliestAt().map(ClinicPage::time).orElse(null));
        json.writeEndObject();
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(KOREA));
    }
}
