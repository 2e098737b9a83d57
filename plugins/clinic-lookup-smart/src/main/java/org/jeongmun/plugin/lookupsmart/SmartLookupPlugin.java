package org.jeongmun.plugin.lookupsmart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.PluginId;

/**
 * {@code GET $bulk-publish}: a manifest with the address of every file; {@code locations.ndjson}, {@code
 * schedules.ndjson} and {@code slots.ndjson}, each of the province in {@code sido} or, without it, of the nation. A
 * file is written in pieces, so that a nationwide answer is never held in memory; a line is a resource, written as it
 * is made. Only days with a free place have a slot, and there is none at all while booking is not open.
 */
public final class SmartLookupPlugin implements ClinicLookupPlugin {
    static final PluginId ID = new PluginId("clinic-lookup-smart");

    static final String MANIFEST = "$bulk-publish";
    static final String PROVINCE = "sido";

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
        Optional<List<String>> provinces = availability.provinces();
        if (provinces.isEmpty()) {
            return Problem.CLOSED.answer();
        }
        FileKind kind = FILES.get(request.path());
        Optional<String> province = kind == null ? Optional.empty() : request.parameter(PROVINCE);
        if (province.isPresent() && !provinces.get().contains(province.get())) {
            return Problem.BAD_SIDO.answer();
        }
        ClinicQuery first = (kind == null ? FileKind.LOCATION : kind).piece(province, Optional.empty());
        return availability
                .clinics(first)
                .fold(
                        page -> kind == null
                                ? Manifest.answer(request, page, provinces.get())
                                : file(new FileInPieces(kind, province, page, new Links(request), availability)),
                        closed -> Problem.CLOSED.answer(),
                        impossible -> Problem.CLOSED.answer());
    }

    private static LookupAnswer file(FileInPieces pieces) {
        return new LookupAnswer(200, "application/fhir+ndjson", Map.of("Cache-Control", "max-age=1"), pieces);
    }
}
