package org.jeongmun.benchmark.portal;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** What another Java on this machine keeps in its heap: counted class by class, after a full collection. */
public final class LiveHeap implements AutoCloseable {
    private static final int TAKES = 3;
    private static final int COLUMNS = 4;
    private static final double MEGABYTE = 1024 * 1024;

    private final JMXConnector connector;

    private LiveHeap(JMXConnector connector) {
        this.connector = connector;
    }

    /** What was alive at one moment. @param byClass bytes by the name of the class */
    public record Census(Map<String, Long> byClass) {
        /** Copies the counts. */
        public Census {
            byClass = Map.copyOf(byClass);
        }

        /** @return bytes in all */
        public long bytes() {
            return byClass.values().stream().mapToLong(Long::longValue).sum();
        }

        /** @return the same in MB */
        public double megabytes() {
            return bytes() / MEGABYTE;
        }

        /** @return bytes of the objects whose class has this in its name */
        public long bytesOf(String part) {
            return byClass.entrySet().stream()
                    .filter(each -> each.getKey().contains(part))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** @return the classes that have grown most since that census, with the bytes by which they did */
        public List<Map.Entry<String, Long>> grownSince(Census before, int most) {
            Stream<Map.Entry<String, Long>> grown = byClass.entrySet().stream()
                    .map(each ->
                            Map.entry(each.getKey(), each.getValue() - before.byClass.getOrDefault(each.getKey(), 0L)));
            return grown.filter(each -> each.getValue() > 0)
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(most)
                    .toList();
        }
    }

    /** Attaches to the Java of that process. */
    public static LiveHeap of(ProcessHandle java) throws IOException {
        return new LiveHeap(ManagedJava.connect(java));
    }

    /** @return the smallest of three: what a request had in its hands by chance is not kept */
    public Census census() throws IOException {
        Census smallest = take();
        for (int more = 1; more < TAKES; more++) {
            Census next = take();
            smallest = next.bytes() < smallest.bytes() ? next : smallest;
        }
        return smallest;
    }

    private Census take() throws IOException {
        try {
            Object said = connector
                    .getMBeanServerConnection()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {null},
                            new String[] {String[].class.getName()});
            return read(String.valueOf(said));
        } catch (JMException refused) {
            throw new IOException(refused);
        }
    }

    /** Lines such as {@code 12:  345  6789  java.util.BitSet (java.base@17)}; one name may stand there twice. */
    static Census read(String histogram) {
        Map<String, Long> byClass = new HashMap<>();
        for (String line : histogram.lines().toList()) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length >= COLUMNS && columns[0].endsWith(":") && columns[0].length() > 1) {
                byClass.merge(columns[3], Long.parseLong(columns[2]), Long::sum);
            }
        }
        return new Census(byClass);
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
