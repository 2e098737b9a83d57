package org.jeongmun.plugin.lookupsmart;

import java.util.Map;
import java.util.Set;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.PluginId;

/**
 * {@code GET $bulk-publish}: a manifest with the address of every file; {@code locations.ndjson}, {@code schedules.ndjson}
 * and {@code slots.ndjson}, each with the {@code cursor} that the manifest gives it. A file is a page of clinics, so that a
 * nationwide answer is never held in memory, neither here nor by who asks for it; a line is a resource, written as it is
 * made. Only days with a free place have a slot, and there is none at all while booking is not open.
 */
public final class SmartLookupPlugin implements ClinicLookupPlugin {
    static final PluginId ID = new PluginId("clinic-lookup-smart");

    static final String MANIFEST = "$bulk-publish";

    private static final Map<String, FileKind> FILES = Map.of(
            "locations.ndjson",
            FileKind.LOCATION,
            "schedules.ndjson",
            FileKind.SCHEDULE,
            "slots.ndjson",
            FileKind.SLOT);
    private static final Set<String> PATHS = Set.of(MANIFEST, "locations.ndjson", "schedules.ndjson", "slots.ndjson");

    /** For the portal, which finds this class by its registration. */
    public SmartLookupPlugin() {}

    @Override
    public PluginId id() {
        return ID;
    }

    @Override
    public Set<String> paths() {
        return PATHS;
    }

    @Override
    public LookupAnswer answer(LookupRequest request, Availability availability) {
        FileKind kind = FILES.get(request.path());
        ClinicQuery first = kind == null ? Manifest.FIRST_PAGE : kind.page(request.parameter("cursor"));
        return availability
                .clinics(first)
                .fold(
                        page -> kind == null
                                ? Manifest.answer(request, page, availability)
                                : file(kind, page, new Links(request), availability),
                        closed -> Problem.CLOSED.answer(),
                        unknown -> Problem.BAD_CURSOR.answer());
    }

    private static LookupAnswer file(FileKind kind, ClinicSearch.Page page, Links links, Availability availability) {
        return new LookupAnswer(
                200,
                "application/fhir+ndjson",
                Map.of("Cache-Control", "max-age=1"),
                out -> kind.write(page, links, availability, out));
    }
}
