package org.jeongmun.lock.route;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.gate.RouteTable;

/** A finite list of paths, each with its class and with the methods that it takes. Immutable. */
public final class Routes {
    private final RouteTable table;
    private final Map<String, Set<String>> methods;

    private Routes(Map<String, RouteClass> classes, Map<String, Set<String>> methods) {
        this.table = new RouteTable(classes);
        this.methods = Map.copyOf(methods);
    }

    public RouteClass classOf(String rawPath) {
        return table.classOf(rawPath);
    }

    /** @return in alphabetical order */
    public Set<String> paths() {
        return table.paths();
    }

    /** @return the methods of a path of the list, in alphabetical order; none for another path */
    public Set<String> methodsOf(String rawPath) {
        return methods.getOrDefault(rawPath, Set.of());
    }

    /** @return an empty list, to be filled */
    public static Listing list() {
        return new Listing();
    }

    /** Collects a list. */
    public static final class Listing {
        private final Map<String, RouteClass> classes = new TreeMap<>();
        private final Map<String, Set<String>> methods = new TreeMap<>();

        /** Adds a path that is only read: GET, and HEAD with it. */
        public Listing read(RouteClass route, String path) {
            return add(route, path, new TreeSet<>(Set.of("GET", "HEAD")));
        }

        /** Adds a path that is read and posted to. */
        public Listing readAndPost(RouteClass route, String path) {
            return add(route, path, new TreeSet<>(Set.of("GET", "HEAD", "POST")));
        }

        /** Adds a path that is only posted to. */
        public Listing post(RouteClass route, String path) {
            return add(route, path, new TreeSet<>(Set.of("POST")));
        }

        private Listing add(RouteClass route, String path, Set<String> allowed) {
            if (classes.put(path, route) != null) {
                throw new IllegalArgumentException("Path %s is in the list of routes twice.".formatted(path));
            }
            methods.put(path, allowed);
            return this;
        }

        /** @return the list as it is now */
        public Routes done() {
            return new Routes(classes, methods);
        }
    }
}
