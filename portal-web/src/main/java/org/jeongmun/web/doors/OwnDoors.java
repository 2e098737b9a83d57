package org.jeongmun.web.doors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The doors of this application as any container tells them: what the outer lock reads from the server is more, but
 * there is none on a plain one.
 */
final class OwnDoors {
    private final ServletContext context;

    OwnDoors(ServletContext context) {
        this.context = context;
    }

    JsonObjectBuilder told() {
        JsonArrayBuilder servlets = Json.createArrayBuilder();
        context.getServletRegistrations()
                .forEach((name, servlet) -> servlets.add(Json.createObjectBuilder()
                        .add("name", name)
                        .add("class", text(servlet.getClassName()))
                        .add("patterns", texts(new TreeSet<>(servlet.getMappings())))));
        JsonArrayBuilder filters = Json.createArrayBuilder();
        context.getFilterRegistrations()
                .forEach((name, filter) -> filters.add(Json.createObjectBuilder()
                        .add("name", name)
                        .add("class", text(filter.getClassName()))
                        .add("patterns", texts(new TreeSet<>(filter.getUrlPatternMappings())))));
        Set<String> files = new TreeSet<>();
        collect("/", files);
        return Json.createObjectBuilder()
                .add("context", context.getContextPath())
                .add("servlets", servlets)
                .add("filters", filters)
                .add("resources", texts(files));
    }

    private void collect(String folder, Set<String> files) {
        Set<String> paths = context.getResourcePaths(folder);
        if (paths == null) {
            return;
        }
        for (String path : paths) {
            if (files.add(path) && path.endsWith("/")) {
                collect(path, files);
            }
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static JsonArrayBuilder texts(Collection<String> values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(array::add);
        return array;
    }
}
