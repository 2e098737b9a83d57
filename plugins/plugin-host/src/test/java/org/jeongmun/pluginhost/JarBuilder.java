package org.jeongmun.pluginhost;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in memory against the test's own class path and packs them with any other files into a jar. */
final class JarBuilder {
    private final String name;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private JarBuilder(String name) {
        this.name = name;
    }

    static JarBuilder jar(String name) {
        return new JarBuilder(name);
    }

    /** Adds a source; its class is {@code className}. */
    JarBuilder source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    JarBuilder file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds an eligibility plugin whose rule evaluates {@code expression}; imports of the SPI are there. */
    JarBuilder rule(String className, String id, String expression) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        source(className, """
                package %s;
                import java.util.Map;
                import org.jeongmun.spi.*;
                public final class %s implements EligibilityPlugin {
                    public PluginId id() { return new PluginId("%s"); }
                    public CohortRule rule(Map<String, String> settings) { return facts -> { %s }; }
                }
                """.formatted(className.substring(0, className.lastIndexOf('.')), simple, id, expression));
        return file("META-INF/services/org.jeongmun.spi.EligibilityPlugin", className + "\n");
    }

    PluginJar build() {
        try {
            Map<String, byte[]> entries = new LinkedHashMap<>(files);
            entries.putAll(compiled());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JarOutputStream jar = new JarOutputStream(bytes)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    jar.putNextEntry(new ZipEntry(entry.getKey()));
                    jar.write(entry.getValue());
                    jar.closeEntry();
                }
            }
            return PluginJar.read(name, new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> compiled() throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        if (sources.isEmpty()) {
            return classes;
        }
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((className, text) -> units.add(new Source(className, text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Output> outputs = new ArrayList<>();
        try (JavaFileManager inMemory = new InMemory(compiler.getStandardFileManager(null, null, null), outputs)) {
            List<String> options =
                    List.of("--release", "17", "-proc:none", "-cp", System.getProperty("java.class.path"));
            if (!compiler.getTask(null, inMemory, null, options, null, units).call()) {
                throw new AssertionError("The test's own plugin does not compile.");
            }
        }
        outputs.forEach(output -> classes.put(output.path, output.bytes.toByteArray()));
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final String path;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String className) {
            super(URI.create("bytes:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
            this.path = className.replace('.', '/') + ".class";
        }

        @Override
        public ByteArrayOutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final List<Output> outputs;

        InMemory(JavaFileManager files, List<Output> outputs) {
            super(files);
            this.outputs = outputs;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            if (location != StandardLocation.CLASS_OUTPUT) {
                throw new AssertionError("No output to " + location);
            }
            Output output = new Output(className);
            outputs.add(output);
            return output;
        }
    }
}
