package org.jeongmun.plugin.lookupsmart;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;

/** The way in: the address of every file, three for each province. Without their parameter these are the nation's. */
final class Manifest {
    private Manifest() {}

    static LookupAnswer answer(LookupRequest request, ClinicSearch.Page first, List<String> provinces) {
        Links links = new Links(request);
        return new LookupAnswer(
                200,
                "application/json",
                Map.of("Cache-Control", "max-age=1"),
                out -> write(first, links, provinces, out));
    }

    private static void write(ClinicSearch.Page first, Links links, List<String> provinces, OutputStream out)
            throws IOException {
        try (JsonGenerator json = Resources.JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("transactionTime", Resources.time(first.checkedAt()));
            json.writeStringField("request", links.file(SmartLookupPlugin.MANIFEST, Optional.empty()));
            json.writeArrayFieldStart("output");
            for (FileKind kind : FileKind.values()) {
                for (String province : provinces) {
                    write(kind, province, links, json);
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("error");
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(FileKind kind, String province, Links links, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", kind.resource());
        json.writeStringField("url", links.file(kind.path(), Optional.of(province)));
        json.writeObjectFieldStart("extension");
        json.writeArrayFieldStart("state");
        json.writeString(province);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }
}
