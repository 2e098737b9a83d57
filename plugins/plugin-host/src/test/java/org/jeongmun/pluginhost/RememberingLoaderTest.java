package org.jeongmun.pluginhost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The loader around calls of plugins")
class RememberingLoaderTest {
    private static final String OF_THREADS =
            "META-INF/services/jakarta.enterprise.concurrent.spi.ThreadContextProvider";
    private static final String OTHER = "META-INF/services/something.else";

    private final List<String> asked = new ArrayList<>();
    private final ClassLoader parent = new ClassLoader(getClass().getClassLoader()) {
        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            asked.add(name);
            return Collections.enumeration(List.of(URI.create("file:/" + name).toURL()));
        }
    };
    private final RememberingLoader loader = new RememberingLoader(parent);

    @Test
    void asksOnceForTheContainersServicesAndFindsThemEachTime() throws IOException {
        for (int turn = 0; turn < 3; turn++) {
            assertEquals(
                    List.of(URI.create("file:/" + OF_THREADS).toURL()),
                    Collections.list(loader.getResources(OF_THREADS)));
        }

        assertEquals(List.of(OF_THREADS), asked);
    }

    @Test
    void remembersNothingElse() throws IOException {
        loader.getResources(OTHER);
        loader.getResources(OTHER);

        assertEquals(List.of(OTHER, OTHER), asked);
    }

    @Test
    void loadsTheSameClasses() throws ClassNotFoundException {
        assertSame(getClass(), loader.loadClass(getClass().getName()));
    }
}
