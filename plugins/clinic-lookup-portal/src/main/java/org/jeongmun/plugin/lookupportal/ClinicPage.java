package org.jeongmun.plugin.lookupportal;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/**
 * A page of clinics as JSON; times in Korea's offset, which knows no summer time since 1988. A page has at most a
 * hundred clinics, 40 kB, and its tag is known only when they are written; so they are written once, into memory.
 */
final class ClinicPage {
    static final JsonFactory JSON = new JsonFactory();

    private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
    private static final int MANY = 10;
    private static final int TAG_BYTES = 12;
    private static final int BYTES_OF_A_CLINIC = 400;

    private ClinicPage() {}

    static LookupAnswer answer(ClinicSearch.Page page) {
        byte[] clinics = clinics(page);
        byte[] times = "{\"checkedAt\":\"%s\",\"validUntil\":\"%s\","
                .formatted(time(page.checkedAt()), time(page.validUntil()))
                .getBytes(StandardCharsets.US_ASCII);
        return new LookupAnswer(
                200, "application/json", Map.of("Cache-Control", "max-age=1", "ETag", tag(clinics)), out -> {
                    out.write(times);
                    // Without the brace that begins it.
                    out.write(clinics, 1, clinics.length - 1);
                });
    }

    /**
     * Weak, because the times in the body move on while the rest stays: who knows this tag has all that a page says but
     * until when it holds, and that a cache may keep it for another second.
     */
    private static String tag(byte[] clinics) {
        try {
            byte[] half = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(clinics), TAG_BYTES);
            return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(half) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /** @return all but the times, as a JSON object */
    private static byte[] clinics(ClinicSearch.Page page) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(BYTES_OF_A_CLINIC * (page.clinics().size() + 1));
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayFieldStart("clinics");
            for (ClinicAvailability clinic : page.clinics()) {
                write(clinic, json);
            }
            json.writeEndArray();
            json.writeStringField("next", page.next().orElse(null));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory takes what is written.", impossible);
        }
        return out.toByteArray();
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
