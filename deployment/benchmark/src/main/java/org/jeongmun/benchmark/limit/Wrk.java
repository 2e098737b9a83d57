package org.jeongmun.benchmark.limit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's wrk: as many requests as go over so many connections, which measures peaks and no waiting times. */
public final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s|m)\\b");
    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0);

    private final URI url;
    private final int connections;
    private final String cookies;

    /**
     * What wrk has said.
     *
     * @param perSecond requests answered
     * @param p99 milliseconds, by wrk's own reckoning
     */
    public record Figures(double perSecond, double p99) {}

    /** @param cookies as they are sent; empty for none */
    public Wrk(URI url, int connections, String cookies) {
        this.url = url;
        this.connections = connections;
        this.cookies = cookies;
    }

    /** Runs it for that long, at least a second. */
    public Figures run(long seconds) throws IOException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "--latency"));
        command.add("-d" + Math.max(1, seconds));
        if (!cookies.isEmpty()) {
            command.addAll(List.of("-H", "Cookie: " + cookies));
        }
        command.add(url.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        Matcher rate = RATE.matcher(said);
        Matcher p99 = P99.matcher(said);
        if (!rate.find() || !p99.find()) {
            throw new IOException("wrk did not measure: " + said);
        }
        return new Figures(
                Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * MILLIS.get(p99.group(2)));
    }
}
