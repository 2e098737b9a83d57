package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plugin jar, read once into memory: what is checked is what is loaded, whatever happens to the file meanwhile.
 * Immutable.
 */
public final class PluginJar {
    private final String name;
    private final byte[] content;

    private PluginJar(String name, byte[] content) {
        this.name = requireNonNull(name, "name");
        this.content = content;
    }

    /**
     * Reads a jar.
     *
     * @param name what messages call it; the operator should find the file by it
     * @param in its bytes, read to the end and not closed
     * @return the jar, not checked yet
     * @throws IOException if it cannot be read
     */
    public static PluginJar read(String name, InputStream in) throws IOException {
        return new PluginJar(name, in.readAllBytes());
    }

    /** @return what messages call this jar */
    public String name() {
        return name;
    }

    void writeTo(Path file) throws IOException {
        Files.write(file, content);
    }
}
