package org.jeongmun.benchmark.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured on. */
public final class Machine {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path KERNEL = Path.of("/proc/version");

    private Machine() {}

    /** @return facts by their names, for the head of a report */
    public static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("processor", valueIn(CPU, "model name"));
        facts.put("memory", valueIn(MEMORY, "MemTotal"));
        facts.put("kernel", text(KERNEL).split(" ", 4)[2]);
        facts.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
        return facts;
    }

    private static String valueIn(Path file, String key) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
