package org.jeongmun.outerlock.doors;

import static org.jeongmun.outerlock.doors.ContainerDoors.text;
import static org.jeongmun.outerlock.doors.ContainerDoors.texts;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.DispatcherType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.catalina.Container;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.deploy.ErrorPage;
import org.apache.catalina.deploy.FilterDef;
import org.apache.catalina.deploy.FilterMap;

/** The doors of one application, as the container has them now. */
final class ApplicationDoors {
    private static final Logger LOG = System.getLogger(ApplicationDoors.class.getName());

    private final StandardContext context;

    ApplicationDoors(StandardContext context) {
        this.context = context;
    }

    JsonObjectBuilder told() {
        return Json.createObjectBuilder()
                .add("context", text(context.getPath()))
                .add("servlets", servlets())
                .add("filters", filters())
                .add("welcomeFiles", texts(List.of(context.findWelcomeFiles())))
                .add("errorPages", errorPages())
                .add("resources", texts(resources()))
                .add("jarResources", texts(new JarResources(context).all()))
                .add("jaxRs", texts(new JaxRsPaths(context).all()))
                .add("webSockets", texts(new WebSocketPaths(context).all()));
    }

    private JsonArrayBuilder servlets() {
        JsonArrayBuilder servlets = Json.createArrayBuilder();
        for (Container child : context.findChildren()) {
            if (child instanceof Wrapper servlet) {
                servlets.add(Json.createObjectBuilder()
                        .add("name", text(servlet.getServletName()))
                        .add("class", text(servlet.getServletClassName()))
                        .add("patterns", texts(new TreeSet<>(List.of(servlet.findMappings())))));
            }
        }
        return servlets;
    }

    /** In the order of the chain; each mapping by itself, because it is the mappings that have an order. */
    private JsonArrayBuilder filters() {
        JsonArrayBuilder filters = Json.createArrayBuilder();
        for (FilterMap map : context.findFilterMaps()) {
            FilterDef filter = context.findFilterDef(map.getFilterName());
            JsonObjectBuilder told = Json.createObjectBuilder()
                    .add("name", text(map.getFilterName()))
                    .add("class", className(filter))
                    .add("dispatchers", texts(dispatchers(map)))
                    .add("async", filter != null && filter.isAsyncSupported());
            if (map.getServletName() != null) {
                told.add("servlet", map.getServletName());
            }
            if (map.getURLPattern() != null) {
                told.add("pattern", map.getURLPattern());
            }
            filters.add(told);
        }
        return filters;
    }

    private static String className(FilterDef filter) {
        if (filter == null) {
            return "";
        }
        if (filter.getFilter() != null) {
            return filter.getFilter().getClass().getName();
        }
        return filter.getFilterClass() != null ? filter.getFilterClass().getName() : text(filter.getFilterClassName());
    }

    /* A mapping that names no dispatcher is for plain requests. */
    private static Set<String> dispatchers(FilterMap map) {
        Set<String> names = new TreeSet<>();
        Set<DispatcherType> types = map.getDispatcherTypes();
        (types == null || types.isEmpty() ? Set.of(DispatcherType.REQUEST) : types)
                .forEach(type -> names.add(type.name()));
        return names;
    }

    private JsonArrayBuilder errorPages() {
        JsonArrayBuilder pages = Json.createArrayBuilder();
        add(pages, "any error", context.getDefaultErrorPage());
        for (int status : context.findStatusPages()) {
            add(pages, Integer.toString(status), context.findErrorPage(status));
        }
        exceptionPages().forEach((exception, page) -> add(pages, exception, page));
        return pages;
    }

    /* The container tells the page of an exception, but not which exceptions have one. */
    private Map<String, ErrorPage> exceptionPages() {
        Map<String, ErrorPage> pages = new TreeMap<>();
        try {
            Field known = StandardContext.class.getDeclaredField("exceptionPages");
            known.setAccessible(true);
            ((Map<?, ?>) known.get(context)).forEach((type, page) -> pages.put((String) type, (ErrorPage) page));
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
            pages.put("any exception", unreadable(unreadable));
        }
        return pages;
    }

    private static ErrorPage unreadable(Exception reason) {
        LOG.log(Level.WARNING, "doors.errorpages.unreadable", reason);
        ErrorPage page = new ErrorPage();
        page.setLocation(JaxRsPaths.UNREADABLE);
        return page;
    }

    private static void add(JsonArrayBuilder pages, String on, ErrorPage page) {
        if (page != null) {
            pages.add(Json.createObjectBuilder().add("on", on).add("location", text(page.getLocation())));
        }
    }

    /** Every file of the application and of the jars in it, those that no address should lead to included. */
    private Set<String> resources() {
        Set<String> files = new TreeSet<>();
        collect("/", files);
        return files;
    }

    private void collect(String folder, Set<String> files) {
        Set<String> paths = context.getResourcePaths(folder);
        if (paths == null) {
            return;
        }
        for (String path : paths) {
            if (path.endsWith("/") && !path.equals(folder)) {
                files.add(path);
                collect(path, files);
            } else {
                files.add(path);
            }
        }
    }
}
