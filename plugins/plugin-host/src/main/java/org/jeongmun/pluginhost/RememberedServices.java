package org.jeongmun.pluginhost;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The application's class loader with a memory for where services are registered. The server looks through all its jars
 * for one kind of them each time it hands a call to another thread, three times for a guarded call; that cost more than
 * most plugins do. No jar comes or goes while the application runs, so it is told what was found the first time.
 */
final class RememberedServices extends ClassLoader {
    private static final String SERVICES = "META-INF/services/";

    private final Map<String, List<URL>> found = new ConcurrentHashMap<>();

    /** @param application its parent, which finds everything */
    RememberedServices(ClassLoader application) {
        super("services", application);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(SERVICES)) {
            return super.getResources(name);
        }
        List<URL> known = found.get(name);
        if (known == null) {
            known = new ArrayList<>(Collections.list(super.getResources(name)));
            found.put(name, known);
        }
        return Collections.enumeration(known);
    }

    /** Runs {@code work} with this as the thread's class loader, where that was the application's own before. */
    <T> T during(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (before != getParent()) {
            return work.get();
        }
        thread.setContextClassLoader(this);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
