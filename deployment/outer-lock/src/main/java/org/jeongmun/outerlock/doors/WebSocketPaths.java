package org.jeongmun.outerlock.doors;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.core.StandardContext;

/** The paths of WebSocket endpoints. No standard tells them, so the server's own container of them is looked into. */
final class WebSocketPaths {
    private static final Logger LOG = System.getLogger(WebSocketPaths.class.getName());
    private static final String CONTAINER = "jakarta.websocket.server.ServerContainer";

    private final StandardContext context;

    WebSocketPaths(StandardContext context) {
        this.context = context;
    }

    /** @return paths of the endpoints; {@link JaxRsPaths#UNREADABLE} where they cannot be told */
    Set<String> all() {
        Set<String> paths = new TreeSet<>();
        Object container = context.getServletContext().getAttribute(CONTAINER);
        if (container == null) {
            return paths;
        }
        try {
            Object engine = called(container, "getWebSocketEngine");
            Field endpoints = engine.getClass().getDeclaredField("endpointWrappers");
            endpoints.setAccessible(true);
            for (Object endpoint : (Set<?>) endpoints.get(engine)) {
                paths.add((String) called(endpoint, "getEndpointPath"));
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
            LOG.log(Level.WARNING, "doors.websocket.unreadable context=" + context.getPath(), unreadable);
            paths.add(JaxRsPaths.UNREADABLE);
        }
        return paths;
    }

    /** The classes that have these methods are the server's own and not public. */
    private static Object called(Object target, String method) throws ReflectiveOperationException {
        Method called = target.getClass().getMethod(method);
        called.setAccessible(true);
        return called.invoke(target);
    }
}
