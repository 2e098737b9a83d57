package org.jeongmun.plugin.lookupportal;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.PluginId;

/**
 * {@code GET v1/clinics?sido&sigungu&q&limit&cursor}: clinics with their free places from now on. Of a parameter given
 * twice the first counts; unknown ones are ignored.
 */
public final class PortalLookupPlugin implements ClinicLookupPlugin {
    private static final PluginId ID = new PluginId("clinic-lookup-portal");
    private static final Set<String> PATHS = Set.of("v1/clinics");
    private static final int USUAL_LIMIT = 20;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,3}");

    /** For the portal, which finds this class by its registration. */
    public PortalLookupPlugin() {}

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
        OptionalInt limit = limit(request.parameter("limit"));
        if (limit.isEmpty()) {
            return Problem.BAD_LIMIT.answer();
        }
        ClinicQuery query = new ClinicQuery(
                request.parameter("sido"),
                request.parameter("sigungu"),
                request.parameter("q"),
                limit.getAsInt(),
                request.parameter("cursor"));
        return availability
                .clinics(query)
                .fold(ClinicPage::answer, closed -> Problem.CLOSED.answer(), unknown -> Problem.BAD_CURSOR.answer());
    }

    private static OptionalInt limit(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalInt.of(USUAL_LIMIT);
        }
        if (!LIMIT.matcher(text.get()).matches()) {
            return OptionalInt.empty();
        }
        int limit = Integer.parseInt(text.get());
        return limit >= 1 && limit <= ClinicQuery.MOST ? OptionalInt.of(limit) : OptionalInt.empty();
    }
}
