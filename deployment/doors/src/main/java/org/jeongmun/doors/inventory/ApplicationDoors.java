package org.jeongmun.doors.inventory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.doors.inventory.Door.Kind;

/** The doors of one application, of what its container says. */
final class ApplicationDoors {
    private static final String UNREADABLE = "?";
    /** The container's own, which it names in every application whether or not an address leads there. */
    private static final Set<String> OF_THE_CONTAINER =
            Set.of("org.apache.catalina.servlets.DefaultServlet", "org.glassfish.wasp.servlet.JspServlet");

    private static final String FACES = "jakarta.faces.webapp.FacesServlet";

    private final Facts application;
    private final String context;
    private final Patterns patterns;
    private final Collected found;
    private final List<Fault> faults;

    ApplicationDoors(Facts application, Patterns patterns, Collected found, List<Fault> faults) {
        this.application = application;
        this.context = application.text("context");
        this.patterns = patterns;
        this.found = found;
        this.faults = faults;
    }

    void collect() {
        application.objects("servlets").forEach(this::servlet);
        application.objects("filters").forEach(this::filter);
        for (String file : application.texts("welcomeFiles")) {
            add(Kind.WELCOME_FILE, "/" + file, "welcome file");
        }
        application.objects("errorPages").forEach(this::errorPage);
        application.texts("resources").forEach(file -> add(Kind.FILE, file, "file"));
        application.texts("jarResources").forEach(this::jarResource);
        application.texts("jaxRs").forEach(path -> endpoint(Kind.JAX_RS, path, "JAX-RS resource"));
        application.texts("webSockets").forEach(path -> endpoint(Kind.WEB_SOCKET, path, "WebSocket endpoint"));
    }

    private void servlet(Facts servlet) {
        String source = "servlet %s (%s)".formatted(servlet.text("name"), servlet.text("class"));
        if (servlet.texts("patterns").isEmpty() && !OF_THE_CONTAINER.contains(servlet.text("class"))) {
            faults.add(
                    new Fault(source + ofContext(), "it has no address, so some page sends requests on to it by name"));
        }
        for (String pattern : servlet.texts("patterns")) {
            mapping(Kind.SERVLET, pattern, source);
            if (FACES.equals(servlet.text("class"))) {
                add(Kind.SERVLET, "/jakarta.faces.resource/" + Patterns.NAME, source);
            }
        }
    }

    private void filter(Facts filter) {
        String source = "filter %s (%s)".formatted(filter.text("name"), filter.text("class"));
        if (filter.has("pattern")) {
            mapping(Kind.FILTER, filter.text("pattern"), source);
        }
        filter.texts("patterns").forEach(pattern -> mapping(Kind.FILTER, pattern, source));
    }

    private void mapping(Kind kind, String pattern, String source) {
        Optional<Set<String>> paths = patterns.pathsOf(context, pattern);
        if (paths.isEmpty()) {
            faults.add(new Fault(source + ofContext(), "nobody knows what its mapping %s takes".formatted(pattern)));
            return;
        }
        paths.get().forEach(path -> found.add(new Door(kind, path, "%s on %s".formatted(source, pattern))));
    }

    private void errorPage(Facts page) {
        String source = "error page for " + page.text("on");
        if (!page.text("location").startsWith("/")) {
            faults.add(new Fault(source + ofContext(), "nobody can tell where it leads"));
            return;
        }
        add(Kind.ERROR_PAGE, page.text("location"), source);
    }

    private void jarResource(String path) {
        add(Kind.FILE, path, "file of a jar");
        if (path.startsWith("/jakarta.faces/")) {
            String name = path.substring("/jakarta.faces/".length());
            add(Kind.FILE, "/jakarta.faces.resource/" + name, "Faces resource of a jar");
            add(Kind.FILE, "/jakarta.faces.resource/" + name + ".xhtml", "Faces resource of a jar");
        }
    }

    private void endpoint(Kind kind, String path, String source) {
        if (UNREADABLE.equals(path)) {
            faults.add(new Fault(source + ofContext(), "the container does not tell its paths"));
            return;
        }
        String filled = Patterns.filled(path);
        // A WebSocket endpoint is told with its context, everything else without.
        boolean whole = kind == Kind.WEB_SOCKET && !context.isEmpty() && filled.startsWith(context + "/");
        found.add(new Door(kind, whole ? filled : context + filled, source + " " + path));
    }

    private void add(Kind kind, String path, String source) {
        found.add(new Door(kind, context + (path.startsWith("/") ? path : "/" + path), source));
    }

    private String ofContext() {
        return context.isEmpty() ? "" : " of application " + context;
    }
}
