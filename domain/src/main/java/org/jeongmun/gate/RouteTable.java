package org.jeongmun.gate;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The finite list of public URLs. A target that is not spelled exactly as in the list is of class
 * {@link RouteClass#NONE}: odd spellings are refused, never repaired.
 */
public final class RouteTable {
    private final Map<String, RouteClass> routes;

    /**
     * Makes a table.
     *
     * @param routes class by exact path, each beginning with {@code /}; none of class {@code NONE}
     */
    public RouteTable(Map<String, RouteClass> routes) {
        for (Map.Entry<String, RouteClass> route : routes.entrySet()) {
            if (!route.getKey().startsWith("/") || route.getValue() == RouteClass.NONE) {
                throw new IllegalArgumentException("A route begins with / and has a class other than NONE; got %s %s."
                        .formatted(route.getKey(), route.getValue()));
            }
        }
        this.routes = Map.copyOf(routes);
    }

    /**
     * The class of a request's target.
     *
     * @param rawPath the target as it came over the wire, up to the first {@code ?}; may be {@code null}
     * @return {@code NONE} for whatever is not in the list, letter by letter
     */
    public RouteClass classOf(String rawPath) {
        return rawPath == null ? RouteClass.NONE : routes.getOrDefault(rawPath, RouteClass.NONE);
    }

    /** @return every path of the list, in alphabetical order */
    public Set<String> paths() {
        return Collections.unmodifiableSet(new TreeMap<>(routes).keySet());
    }
}
