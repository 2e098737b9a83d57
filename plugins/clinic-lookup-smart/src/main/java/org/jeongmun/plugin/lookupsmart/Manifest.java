package org.jeongmun.plugin.lookupsmart;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;

/** The way in: the address of every file, found by walking through the pages of clinics. */
final class Manifest {
    /** Asked first, to know whether it is the time to tell. */
    static final ClinicQuery FIRST_PAGE = FileKind.LOCATION.page(Optional.empty());

    private Manifest() {}

    static LookupAnswer answer(LookupRequest request, ClinicSearch.Page first, Availability availability) {
        Links links = new Links(request);
        return new LookupAnswer(
                200,
                "application/json",
                Map.of("Cache-Control", "max-age=1"),
                out -> write(first, links, availability, out));
    }

    private static void write(ClinicSearch.Page first, Links links, Availability availability, OutputStream out)
            throws IOException {
        try (JsonGenerator json = Resources.JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("transactionTime", Resources.time(first.checkedAt()));
            json.writeStringField("request", links.file(SmartLookupPlugin.MANIFEST, Optional.empty()));
            json.writeArrayFieldStart("output");
            List<Optional<String>> pages = cursors(FileKind.LOCATION, availability);
            write(FileKind.LOCATION, pages, links, json);
            write(FileKind.SCHEDULE, pages, links, json);
            write(FileKind.SLOT, cursors(FileKind.SLOT, availability), links, json);
            json.writeEndArray();
            json.writeArrayFieldStart("error");
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(FileKind kind, List<Optional<String>> cursors, Links links, JsonGenerator json)
            throws IOException {
        for (Optional<String> cursor : cursors) {
            json.writeStartObject();
            json.writeStringField("type", kind.resource());
            json.writeStringField("url", links.file(kind.path(), cursor));
            json.writeEndObject();
        }
    }

    /** Ends early when availability closes on the way; the portal then answers in our stead. */
    private static List<Optional<String>> cursors(FileKind kind, Availability availability) {
        List<Optional<String>> cursors = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            cursors.add(next);
            next = availability.clinics(kind.page(next)) instanceof ClinicSearch.Page page
                    ? page.next()
                    : Optional.empty();
        } while (next.isPresent());
        return cursors;
    }
}
