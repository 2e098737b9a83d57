package org.jeongmun.pluginhost;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jeongmun.spi.SpiVersion;

/**
 * Looks for anything in a plugin jar by which a request could reach it other than through the SPI. A door of its own
 * would stand open beside the gate, so such a jar stops the start.
 */
final class JarScan {
    private static final Map<String, String> DOORS_BY_API = Map.of(
            "servlet", "a servlet, filter, listener or container initializer",
            "websocket", "a WebSocket endpoint",
            "ws/rs", "a JAX-RS resource",
            "faces", "a Faces artefact",
            "ejb", "an enterprise bean",
            "enterprise", "a CDI bean or extension",
            "jws", "a web service",
            "xml/ws", "a web service");
    private static final String SERVICES = "meta-inf/services/";

    private JarScan() {}

    /**
     * Names everything that a plugin jar must not carry.
     *
     * @return what was found, file and class by name; empty if the jar may be loaded
     * @throws IOException if the jar or a class in it is damaged
     */
    static List<String> findings(JarFile jar) throws IOException {
        List<String> findings = new ArrayList<>();
        Manifest manifest = jar.getManifest();
        otherSpi(manifest).ifPresent(findings::add);
        if (manifest != null && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)) {
            findings.add("META-INF/MANIFEST.MF has a Class-Path, which would load unchecked jars");
        }
        for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
            String path = entry.getName();
            doorAt(path.toLowerCase(Locale.ROOT)).ifPresent(door -> findings.add("%s is %s".formatted(path, door)));
            if (path.endsWith(".class")) {
                try (InputStream classFile = jar.getInputStream(entry)) {
                    doorIn(classFile).ifPresent(door -> findings.add("class %s %s".formatted(className(path), door)));
                }
            }
        }
        return findings;
    }

    private static Optional<String> otherSpi(Manifest manifest) {
        String built = manifest == null ? null : manifest.getMainAttributes().getValue(SpiVersion.ATTRIBUTE);
        return built == null || built.strip().equals(Integer.toString(SpiVersion.CURRENT))
                ? Optional.empty()
                : Optional.of("it was built against SPI %s, and this portal has SPI %d"
                        .formatted(built.strip(), SpiVersion.CURRENT));
    }

    private static Optional<String> doorAt(String path) {
        if (path.startsWith("meta-inf/resources/")) {
            return Optional.of("a web resource");
        }
        if (path.equals("meta-inf/web-fragment.xml")) {
            return Optional.of("a web fragment");
        }
        if (path.startsWith("web-inf/")) {
            return Optional.of("part of a web application");
        }
        if (path.startsWith("meta-inf/") && (path.endsWith("faces-config.xml") || path.endsWith(".taglib.xml"))) {
            return Optional.of("a Faces artefact");
        }
        if (path.startsWith("meta-inf/")
                && (path.endsWith(".tld") || path.endsWith(".tag") || path.endsWith(".tagx"))) {
            return Optional.of("a tag library, which may bring listeners");
        }
        if (path.equals("meta-inf/beans.xml") || path.equals("meta-inf/ejb-jar.xml")) {
            return Optional.of("a descriptor of beans");
        }
        if (path.startsWith("org/jeongmun/spi/")) {
            return Optional.of("a copy of the SPI, which the portal provides");
        }
        if (path.startsWith(SERVICES)) {
            return apiNamedBy(path.substring(SERVICES.length()).replace('.', '/'))
                    .map(door -> "the entry of " + door);
        }
        return Optional.empty();
    }

    private static Optional<String> doorIn(InputStream classFile) throws IOException {
        for (String text : ClassNames.mentionedIn(classFile)) {
            Optional<String> door = apiNamedBy(text);
            if (door.isPresent()) {
                return Optional.of("is or uses %s (%s)".formatted(door.get(), text.replace('/', '.')));
            }
        }
        return Optional.empty();
    }

    /** Finds an API where a class name can stand: alone, or after the L of a descriptor, signature or annotation. */
    private static Optional<String> apiNamedBy(String text) {
        for (Map.Entry<String, String> door : DOORS_BY_API.entrySet()) {
            for (String root : List.of("jakarta/", "javax/")) {
                String api = root + door.getKey() + "/";
                if (text.startsWith(api) || text.contains("L" + api)) {
                    return Optional.of(door.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static String className(String path) {
        return path.substring(0, path.length() - ".class".length()).replace('/', '.');
    }
}
