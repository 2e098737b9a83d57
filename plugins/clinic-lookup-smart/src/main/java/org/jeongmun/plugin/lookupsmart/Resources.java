package org.jeongmun.plugin.lookupsmart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicId;

/** The resources of FHIR R4, as SMART Scheduling Links uses them. */
final class Resources {
    static final JsonFactory JSON = new JsonFactory();
    /** What comes between two resources. */
    static final String EVERY_LINE_ENDS_ITSELF = "";

    private static final String SMART = "http://fhir-registry.smarthealthit.org/";
    /** What FHIR allows in an id, with room for a date behind it. */
    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,54}");

    private static final int HASH_BYTES = 20;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private Resources() {}

    static void location(ClinicAvailability clinic, JsonGenerator json) throws IOException {
        begin("Location", id(clinic.id()), json);
        json.writeArrayFieldStart("identifier");
        json.writeStartObject();
        json.writeStringField("system", "urn:jeongmun:clinic");
        json.writeStringField("value", clinic.id().value());
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("status", "active");
        json.writeStringField("name", line(clinic.name()));
        if (!clinic.phone().isBlank()) {
            json.writeArrayFieldStart("telecom");
            json.writeStartObject();
            json.writeStringField("system", "phone");
            json.writeStringField("value", line(clinic.phone()));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeObjectFieldStart("address");
        json.writeArrayFieldStart("line");
        json.writeString(line(clinic.address()));
        json.writeEndArray();
        json.writeStringField("city", clinic.sigungu().orElse(clinic.sido()));
        json.writeStringField("state", clinic.sido());
        json.writeStringField("country", "KR");
        json.writeEndObject();
        json.writeObjectFieldStart("position");
        json.writeNumberField("longitude", clinic.longitude());
        json.writeNumberField("latitude", clinic.latitude());
        json.writeEndObject();
        end(json);
    }

    static void schedule(ClinicAvailability clinic, JsonGenerator json) throws IOException {
        begin("Schedule", id(clinic.id()), json);
        json.writeArrayFieldStart("serviceType");
        json.writeStartObject();
        json.writeArrayFieldStart("coding");
        coding("http://terminology.hl7.org/CodeSystem/service-type", "57", "Immunization", json);
        coding(SMART + "CodeSystem/service-type", "covid19-immunization", "COVID-19 Immunization Appointment", json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("actor");
        json.writeStartObject();
        json.writeStringField("reference", "Location/" + id(clinic.id()));
        json.writeEndObject();
        json.writeEndArray();
        end(json);
    }

    static void slot(ClinicAvailability clinic, Day day, Links links, JsonGenerator json) throws IOException {
        begin("Slot", id(clinic.id()) + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day.date()), json);
        json.writeArrayFieldStart("extension");
        json.writeStartObject();
        json.writeStringField("url", SMART + "StructureDefinition/booking-deep-link");
        json.writeStringField("valueUrl", links.booking(clinic.id(), day.firstSlot()));
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("url", SMART + "StructureDefinition/slot-capacity");
        json.writeNumberField("valueInteger", Math.min(Integer.MAX_VALUE, day.places()));
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("schedule");
        json.writeStringField("reference", "Schedule/" + id(clinic.id()));
        json.writeEndObject();
        json.writeStringField("status", "free");
        json.writeStringField("start", time(day.startsAt()));
        json.writeStringField("end", time(day.endsAt()));
        json.writeStringField("comment", line(String.join(", ", day.vaccines())));
        end(json);
    }

    static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(Day.KOREA));
    }

    /** @return the id itself where FHIR can take it, else a hash of it */
    static String id(ClinicId clinic) {
        return FHIR_ID.matcher(clinic.value()).matches() ? clinic.value() : "h." + hash(clinic.value());
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    private static void begin(String resource, String id, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("resourceType", resource);
        json.writeStringField("id", id);
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void coding(String system, String code, String display, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("system", system);
        json.writeStringField("code", code);
        json.writeStringField("display", display);
        json.writeEndObject();
    }

    /** FHIR's strings have no odd control characters and do not begin or end with blanks. */
    private static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
