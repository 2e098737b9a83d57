package org.jeongmun.plugin.lookupportal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.LookupAnswer;

/** A page of clinics as JSON, streamed; times in Korea's offset, which knows no summer time since 1988. */
final class ClinicPage {
    static final JsonFactory JSON = new JsonFactory();

    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final int MANY = 10;
    private static final int TAG_BYTES = 12;

    private ClinicPage() {}

    static LookupAnswer answer(ClinicSearch.Page page) {
        return new LookupAnswer(
                200,
                "application/json",
                Map.of("Cache-Control", "max-age=1", "ETag", tag(page)),
                out -> write(page, page.checkedAt(), page.validUntil(), out));
    }

    /**
     * Weak, because the times in the body move on while the rest stays: who knows this tag has all that a page says but
     * until when it holds, and that a cache may keep it for another second.
     */
    private static String tag(ClinicSearch.Page page) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            write(page, Instant.EPOCH, Instant.EPOCH, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            byte[] half = Arrays.copyOf(digest.digest(), TAG_BYTES);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(half) + "\"";
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException("Every Java has SHA-256, and memory takes what is written.", impossible);
        }
    }

    private static void write(ClinicSearch.Page page, Instant checkedAt, Instant validUntil, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("checkedAt", time(checkedAt));
            json.writeStringField("validUntil", time(validUntil));
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
        json.writeStringField("phone", clinic.phone());
        json.writeNumberField("latitude", clinic.latitude());
        json.writeNumberField("longitude", clinic.longitude());
        json.writeNumberField("freePlaces", clinic.freePlaces());
        json.writeStringField("availability", availability(clinic.freePlaces()));
        json.writeStringField(
                "earliestAt", clinic.earliestAt().map(ClinicPage::time).orElse(null));
        if (clinic.metres().isPresent()) {
            json.writeNumberField("distanceMeters", clinic.metres().getAsInt());
        }
        json.writeEndObject();
    }

    private static String availability(long freePlaces) {
        if (freePlaces == 0) {
            return "NONE";
        }
        return freePlaces < MANY ? "FEW" : "MANY";
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(KOREA));
    }
}
