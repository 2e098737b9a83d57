package org.example.lookup;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.PluginId;

/** {@code GET /lookup/clinic-lookup-example/v1/clinics.txt?q&cursor}: a clinic a line, id, name and free places. */
public final class ExampleLookup implements ClinicLookupPlugin {
    private static final String BAD_CURSOR =
            "{\"type\":\"urn:example:bad-cursor\",\"title\":\"cursor is of another search.\",\"status\":400}";
    private static final String CLOSED =
            "{\"type\":\"urn:example:closed\",\"title\":\"Booking is not open.\",\"status\":503}";

    /** For the portal, which finds this class by its registration. */
    public ExampleLookup() {}

    @Override
    public PluginId id() {
        return new PluginId("clinic-lookup-example");
    }

    @Override
    public Set<String> paths() {
        return Set.of("v1/clinics.txt");
    }

    @Override
    public LookupAnswer answer(LookupRequest request, Availability availability) {
        ClinicQuery query = new ClinicQuery(
                Optional.empty(), Optional.empty(), request.parameter("q"), 50, request.parameter("cursor"));
        return availability
                .clinics(query)
                .fold(this::lines, closed -> problem(503, CLOSED), unknown -> problem(400, BAD_CURSOR));
    }

    private LookupAnswer lines(ClinicSearch.Page page) {
        String text = page.clinics().stream().map(this::line).collect(Collectors.joining());
        return answer(200, "text/plain; charset=UTF-8", "max-age=1", text);
    }

    private String line(ClinicAvailability clinic) {
        return clinic.id() + "\t" + clinic.name() + "\t" + clinic.freePlaces() + "\n";
    }

    private static LookupAnswer problem(int status, String text) {
        return answer(status, "application/problem+json", "no-store", text);
    }

    private static LookupAnswer answer(int status, String type, String cache, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return new LookupAnswer(status, type, Map.of("Cache-Control", cache), out -> out.write(body));
    }
}
