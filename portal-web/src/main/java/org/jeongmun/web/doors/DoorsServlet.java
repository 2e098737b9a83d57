package org.jeongmun.web.doors;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jeongmun.lock.ContainerDoorsMXBean;
import org.jeongmun.lock.Handles;
import org.jeongmun.web.desk.DeskAnswer;
import org.jeongmun.web.desk.DeskGuard;
import org.jeongmun.web.gate.LookupRoutes;
import org.jeongmun.web.state.PortalState;

/**
 * {@code /desk/doors} on the management port: every door that the running container has, and what the last trial of
 * them has found. Asked of the container at each request.
 */
public final class DoorsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Where the launcher says that reports lie; on a plain server there are none. */
    private static final String REPORT = "portal.doors.report";

    @Inject
    private transient DeskGuard guard;

    @Inject
    private transient PortalState state;

    @Inject
    private transient Instance<LookupRoutes> lookups;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!guard.isMeant(request)) {
            DeskAnswer.forbid(response);
            return;
        }
        JsonArrayBuilder paths = Json.createArrayBuilder();
        TreeSet<String> declared = new TreeSet<>();
        lookups.forEach(lookup -> declared.addAll(lookup.paths()));
        declared.forEach(paths::add);
        JsonObjectBuilder told = Json.createObjectBuilder()
                .add("status", state.status().name())
                .add("lookups", paths)
                .add("sockets", new ListeningSockets().told())
                .add("container", container())
                .add("application", new OwnDoors(getServletContext()).told())
                .add("report", lastReport());
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        try (JsonWriter out = Json.createWriter(response.getOutputStream())) {
            out.writeObject(told.build());
        }
    }

    /** @return null where there is no outer lock to tell */
    private static JsonValue container() {
        return Handles.find(ContainerDoorsMXBean.NAME, ContainerDoorsMXBean.class)
                .map(container -> parsed(new StringReader(container.getDoors())))
                .orElse(JsonValue.NULL);
    }

    private static JsonValue lastReport() throws IOException {
        String file = System.getProperty(REPORT);
        if (file == null || !Files.isReadable(Path.of(file))) {
            return JsonValue.NULL;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            return parsed(reader);
        } catch (JsonException damaged) {
            return JsonValue.NULL;
        }
    }

    private static JsonValue parsed(Reader text) {
        try (JsonReader reader = Json.createReader(text)) {
            return reader.readValue();
        }
    }
}
