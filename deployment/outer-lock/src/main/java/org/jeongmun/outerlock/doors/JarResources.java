package org.jeongmun.outerlock.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.apache.catalina.core.StandardContext;

/** Files below {@code META-INF/resources} in any jar that an application sees, the server's own jars included. */
final class JarResources {
    private static final String FOLDER = "META-INF/resources/";

    private final StandardContext context;

    JarResources(StandardContext context) {
        this.context = context;
    }

    /** @return their paths below the context */
    Set<String> all() {
        Set<String> paths = new TreeSet<>();
        try {
            for (URL folder : Collections.list(loader().getResources(FOLDER))) {
                URLConnection connection = folder.openConnection();
                if (connection instanceof JarURLConnection inJar) {
                    inJar.setUseCaches(false);
                    try (JarFile jar = inJar.getJarFile()) {
                        jar.stream()
                                .map(entry -> entry.getName())
                                .filter(name -> name.startsWith(FOLDER) && !name.endsWith("/"))
                                .forEach(name -> paths.add("/" + name.substring(FOLDER.length())));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return paths;
    }

    private ClassLoader loader() {
        ClassLoader own =
                context.getLoader() == null ? null : context.getLoader().getClassLoader();
        return own == null ? JarResources.class.getClassLoader() : own;
    }
}
