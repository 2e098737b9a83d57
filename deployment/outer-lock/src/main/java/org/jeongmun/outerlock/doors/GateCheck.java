package org.jeongmun.outerlock.doors;

import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.deploy.FilterDef;
import org.apache.catalina.deploy.FilterMap;

/**
 * Whether the gate of the portal's application is the first of all filters, on every path and for every dispatch, in
 * the filter chain that the container really has; and on every servlet for whatever may have no path, as no request
 * has.
 */
public final class GateCheck {
    private static final String GATE = "org.jeongmun.web.gate.GateFilter";
    private static final String EVERY_PATH = "/*";
    private static final String EVERY_SERVLET = "*";

    private final Container virtualServer;

    /** @param virtualServer on which the portal's application is */
    public GateCheck(Container virtualServer) {
        this.virtualServer = virtualServer;
    }

    /** @return what is wrong, one sentence each; none when the gate stands where it must */
    public List<String> faults() {
        StandardContext portal = new ContainerDoors(virtualServer).application("");
        if (portal == null) {
            return List.of("there is no application at the root of virtual server " + virtualServer.getName());
        }
        List<FilterMap> byPath = new ArrayList<>();
        List<FilterMap> byServlet = new ArrayList<>();
        for (FilterMap map : portal.findFilterMaps()) {
            (map.getURLPattern() != null ? byPath : byServlet).add(map);
        }
        List<String> faults = new ArrayList<>();
        EnumSet<DispatcherType> everyDispatch = EnumSet.allOf(DispatcherType.class);
        check(portal, byPath, EVERY_PATH, everyDispatch, faults);
        everyDispatch.remove(DispatcherType.REQUEST);
        check(portal, byServlet, EVERY_SERVLET, everyDispatch, faults);
        return List.copyOf(faults);
    }

    /* The container takes the mappings by path first and then those by servlet, each in their order. */
    private static void check(
            StandardContext portal,
            List<FilterMap> maps,
            String everything,
            Set<DispatcherType> dispatches,
            List<String> faults) {
        Set<DispatcherType> uncovered = EnumSet.copyOf(dispatches);
        for (FilterMap map : maps) {
            if (!isGate(portal, map)) {
                faults.add("filter %s is in front of the gate on %s".formatted(map.getFilterName(), target(map)));
                continue;
            }
            if (everything.equals(target(map))) {
                uncovered.removeAll(map.getDispatcherTypes());
            }
            if (uncovered.isEmpty()) {
                return;
            }
        }
        faults.add("the gate is not on %s for %s".formatted(everything, uncovered));
    }

    private static boolean isGate(StandardContext portal, FilterMap map) {
        FilterDef filter = portal.findFilterDef(map.getFilterName());
        return filter != null
                && filter.getFilter() != null
                && filter.isAsyncSupported()
                && GATE.equals(filter.getFilter().getClass().getName());
    }

    private static String target(FilterMap map) {
        return map.getURLPattern() != null ? map.getURLPattern() : map.getServletName();
    }
}
