package org.jeongmun.pluginhost;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what its parent finds, and remembers where the container's own services for threads are. For every task that it
 * hands to another thread the container asks the loader of the moment for them, and the application's looks into some
 * hundred archives for that: under load it was the dearest part of asking a plugin. Safe for many threads.
 */
final class RememberingLoader extends ClassLoader {
    private static final String OF_THREADS = "META-INF/services/jakarta.enterprise.concurrent.spi.";

    static {
        registerAsParallelCapable();
    }

    private final Map<String, List<URL>> found = new ConcurrentHashMap<>();

    RememberingLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.startsWith(OF_THREADS)) {
            return super.getResources(name);
        }
        List<URL> known = found.get(name);
        if (known == null) {
            known = List.copyOf(Collections.list(super.getResources(name)));
            found.put(name, known);
        }
        return Collections.enumeration(known);
    }
}
