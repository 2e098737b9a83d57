package org.jeongmun.benchmark.limit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own pgbench: the same transaction as often as it goes, over so many connections on loopback. */
public final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern LATENCY = Pattern.compile("latency average = ([0-9.]+) ms");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: ([0-9]+)");

    private final BarePostgres database;
    private final String script;
    private final int connections;

    /**
     * What pgbench has said.
     *
     * @param perSecond transactions
     * @param millis that one took on average
     */
    public record Figures(double perSecond, double millis) {
        /** @throws IOException when that is no result, or transactions failed */
        static Figures of(String said) throws IOException {
            Matcher rate = RATE.matcher(said);
            Matcher latency = LATENCY.matcher(said);
            Matcher failed = FAILED.matcher(said);
            if (!rate.find() || !latency.find() || failed.find() && Long.parseLong(failed.group(1)) > 0) {
                throw new IOException("pgbench did not measure: " + said);
            }
            return new Figures(Double.parseDouble(rate.group(1)), Double.parseDouble(latency.group(1)));
        }
    }

    /** @param script one transaction, as pgbench takes it */
    public Pgbench(BarePostgres database, String script, int connections) {
        this.database = database;
        this.script = script;
        this.connections = connections;
    }

    /** Runs it for that long, at least a second. */
    public Figures run(long seconds) throws IOException {
        Path file = Files.writeString(Files.createTempFile("jeongmun-pgbench-", ".sql"), script);
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            "pgbench",
                            "--no-vacuum",
                            "--protocol=prepared",
                            "--client=" + connections,
                            "--time=" + Math.max(1, seconds),
                            "--file=" + file))
                    .redirectErrorStream(true);
            database.tell(builder);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.onExit().join();
            return Figures.of(said);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
