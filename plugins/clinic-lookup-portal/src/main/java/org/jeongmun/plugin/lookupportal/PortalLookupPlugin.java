package org.jeongmun.plugin.lookupportal;

import java.util.Set;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.PluginId;

/**
 * {@code GET v1/clinics?sido&sigungu&q&near&sort&onlyFree&limit&cursor}: clinics with their free places from now on. Of
 * a parameter given twice the first counts; unknown ones are ignored.
 */
public final class PortalLookupPlugin implements ClinicLookupPlugin {
    private static final PluginId ID = new PluginId("clinic-lookup-portal");
    private static final Set<String> PATHS = Set.of("v1/clinics");

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
        try {
            return availability
                    .clinics(new Question(request).query())
                    .fold(
                            ClinicPage::answer,
                            closed -> Problem.CLOSED.answer(),
                            unknown -> Problem.BAD_CURSOR.answer());
        } catch (Question.RefusedException refused) {
            return refused.problem().answer();
        }
    }
}
