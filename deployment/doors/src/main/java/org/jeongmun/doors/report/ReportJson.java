package org.jeongmun.doors.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jeongmun.doors.inventory.Fault;

/** A report as a JSON object, for machines. */
public final class ReportJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ReportJson() {}

    /** @return the object, on one line */
    public static String of(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(report, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(Report report, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("verdict", report.isAllShut() ? "SHUT" : "OPEN");
        out.writeStringField("summary", ReportText.verdict(report));
        out.writeStringField("subject", report.subject());
        texts(out, "states", report.states());
        texts(out, "listeners", report.listeners());
        out.writeNumberField("doors", report.doors());
        out.writeNumberField("ways", report.ways());
        out.writeNumberField("shut", report.shut());
        texts(out, "mayBeOpen", report.mayBeOpen());
        out.writeArrayFieldStart("mustBeShut");
        for (Fault fault : report.faults()) {
            out.writeStartObject();
            out.writeStringField("door", fault.door());
            out.writeStringField("reason", fault.reason());
            out.writeEndObject();
        }
        for (OpenDoor open : report.mustBeShut()) {
            write(open, out);
        }
        out.writeEndArray();
        texts(out, "warnings", report.warnings());
        out.writeNumberField("tookMillis", report.took().toMillis());
        out.writeEndObject();
    }

    private static void write(OpenDoor open, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("door", open.door().path());
        out.writeStringField("kind", open.door().kind().name());
        out.writeStringField("source", open.door().source());
        out.writeNumberField("ways", open.ways());
        texts(out, "examples", open.examples());
        out.writeEndObject();
    }

    private static void texts(JsonGenerator out, String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }
}
