package org.jeongmun.lock.route;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jeongmun.gate.RouteClass;

/** The finite lists of URLs: those of the public port, and those of the management port. */
public final class PortalRoutes {
    /** The exact path of each static file; a new file needs a line here. */
    public static final Set<String> ASSETS = Set.of("/assets/portal.css", "/favicon.ico", "/robots.txt");

    private static final String LOOKUP_PREFIX = "/lookup/";

    private PortalRoutes() {}

    /**
     * The public list. A new page needs a line here, or it does not exist.
     *
     * @param lookups exact paths that partner look-ups declare
     * @throws IllegalArgumentException for a path twice, or a look-up outside {@code /lookup/}
     */
    public static Routes publicOnes(Collection<String> lookups) {
        Routes.Listing list = Routes.list();
        for (String notice :
                List.of("/", "/schedule.json", "/waiting", "/waiting/status.json", "/privacy", "/accessibility")) {
            list.read(RouteClass.NOTICE, notice);
        }
        ASSETS.forEach(asset -> list.read(RouteClass.NOTICE, asset));
        list.readAndPost(RouteClass.CHECK_IN, "/check-in");
        for (String step : List.of("/reserve/clinic", "/reserve/slot", "/reserve/confirm")) {
            list.readAndPost(RouteClass.BOOKING, step);
        }
        list.read(RouteClass.BOOKING, "/go");
        list.read(RouteClass.LOOKUP, "/clinics");
        for (String lookup : lookups) {
            if (!isLookup(lookup)) {
                throw new IllegalArgumentException(
                        "A look-up's path begins with %s; got %s.".formatted(LOOKUP_PREFIX, lookup));
            }
            list.read(RouteClass.LOOKUP, lookup);
        }
        list.read(RouteClass.RECEIPT, "/reserve/done");
        list.readAndPost(RouteClass.CARE, "/reservation");
        return list.done();
    }

    /** The management list; these paths pass the gate on the management port alone, whatever the schedule says. */
    public static Routes managementOnes() {
        Routes.Listing list = Routes.list();
        for (String path :
                List.of("/health", "/health/live", "/health/ready", "/health/started", "/metrics", "/openapi")) {
            list.read(RouteClass.NOTICE, path);
        }
        list.read(RouteClass.NOTICE, "/desk/");
        // The desk looks as the portal does; its pages can load nothing from another port.
        list.read(RouteClass.NOTICE, "/assets/portal.css");
        for (String form : List.of("/desk/maintenance", "/desk/announcement")) {
            list.post(RouteClass.NOTICE, form);
        }
        list.readAndPost(RouteClass.NOTICE, "/desk/assisted");
        list.read(RouteClass.NOTICE, "/desk/doors");
        list.read(RouteClass.NOTICE, "/desk/rehearsal");
        return list.done();
    }

    /** @return whether a refusal of this target speaks to a program, not to a person */
    public static boolean isLookup(String rawPath) {
        return rawPath != null && rawPath.startsWith(LOOKUP_PREFIX);
    }
}
