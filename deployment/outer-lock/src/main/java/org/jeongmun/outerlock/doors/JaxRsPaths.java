package org.jeongmun.outerlock.doors;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Configuration;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.Container;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;

/** The paths of JAX-RS resources below the servlets that serve them. */
final class JaxRsPaths {
    /** Stands for what could not be read: a door that nobody can try. */
    static final String UNREADABLE = "?";

    private static final Logger LOG = System.getLogger(JaxRsPaths.class.getName());
    private static final String SERVLET = "org.glassfish.jersey.servlet.ServletContainer";

    private final StandardContext context;

    JaxRsPaths(StandardContext context) {
        this.context = context;
    }

    /** @return paths below the context; {@link #UNREADABLE} for a servlet whose resources cannot be told */
    Set<String> all() {
        Set<String> paths = new TreeSet<>();
        for (Container child : context.findChildren()) {
            if (child instanceof Wrapper servlet && SERVLET.equals(servlet.getServletClassName())) {
                paths.addAll(pathsOf(servlet));
            }
        }
        return paths;
    }

    private static Set<String> pathsOf(Wrapper wrapper) {
        Set<String> paths = new TreeSet<>();
        try {
            for (Class<?> resource : resourcesOf(wrapper)) {
                for (String mapping : wrapper.findMappings()) {
                    String base = mapping.endsWith("/*") ? mapping.substring(0, mapping.length() - 2) : mapping;
                    below(resource).forEach(path -> paths.add(joined(base, path)));
                }
            }
        } catch (ReflectiveOperationException | ServletException | RuntimeException | LinkageError unreadable) {
            LOG.log(Level.WARNING, "doors.jaxrs.unreadable servlet=" + wrapper.getServletName(), unreadable);
            paths.add(UNREADABLE);
        }
        return paths;
    }

    private static Set<Class<?>> resourcesOf(Wrapper wrapper) throws ReflectiveOperationException, ServletException {
        Servlet servlet = wrapper.allocate();
        try {
            Object handler =
                    servlet.getClass().getMethod("getApplicationHandler").invoke(servlet);
            Configuration configuration = (Configuration)
                    handler.getClass().getMethod("getConfiguration").invoke(handler);
            Set<Class<?>> resources = new LinkedHashSet<>(configuration.getClasses());
            configuration.getInstances().forEach(instance -> resources.add(instance.getClass()));
            resources.removeIf(type -> !type.isAnnotationPresent(Path.class));
            return resources;
        } finally {
            wrapper.deallocate(servlet);
        }
    }

    private static List<String> below(Class<?> resource) {
        String own = resource.getAnnotation(Path.class).value();
        Set<String> paths = new LinkedHashSet<>(Set.of(own));
        for (Method method : resource.getMethods()) {
            if (method.isAnnotationPresent(Path.class)) {
                paths.add(joined(own, method.getAnnotation(Path.class).value()));
            }
        }
        return List.copyOf(paths);
    }

    private static String joined(String before, String after) {
        String begin = before.endsWith("/") ? before.substring(0, before.length() - 1) : before;
        return after.startsWith("/") ? begin + after : begin + "/" + after;
    }
}
