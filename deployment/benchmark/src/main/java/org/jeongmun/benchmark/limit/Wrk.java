package org.jeongmun.benchmark.limit;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Debian's wrk: as many requests as go over so many connections, which measures peaks and no waiting times. */
public final class Wrk {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in ");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s|m)\\b");
    private static final Pattern REFUSALS = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");
    private static final Pattern SOCKETS =
            Pattern.compile("Socket errors: connect ([0-9]+), read ([0-9]+), write ([0-9]+), timeout ([0-9]+)");
    private static final double TOLERATED = 0.001;
    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0, "m", 60_000.0);
    /** What a form is encoded in and what cookies are sent as, and nothing that would end a text in Lua. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9%&=+._*; -]*");

    private static final String SCRIPT = """
            local requests, last = {}, 0
            init = function()
              for nth, cookies in ipairs({ %s }) do
                local head = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = cookies }
                requests[nth] = wrk.format("POST", nil, head, "%s")
              end
            end
            request = function()
              last = last %% #requests + 1
              return requests[last]
            end
            """;

    private final URI url;
    private final int connections;
    private final List<String> cookies;
    private final String form;
    private final boolean refused;

    /**
     * What wrk has said.
     *
     * @param perSecond requests answered
     * @param p99 milliseconds, by wrk's own reckoning
     * @param answers how many there were
     * @param wrong answers of another kind than is measured, and connections that failed or took too long
     */
    public record Figures(double perSecond, double p99, long answers, long wrong) {
        /**
         * Reads them.
         *
         * @param refused whether refusals are what is measured, so that anything else is wrong; otherwise refusals are
         * @throws IOException when that is no result
         */
        static Figures of(String said, boolean refused) throws IOException {
            Matcher rate = RATE.matcher(said);
            Matcher p99 = P99.matcher(said);
            Matcher count = COUNT.matcher(said);
            if (!rate.find() || !p99.find() || !count.find()) {
                throw new IOException("wrk did not measure: " + said);
            }
            long answers = Long.parseLong(count.group(1));
            long refusals = sum(REFUSALS.matcher(said));
            return new Figures(
                    Double.parseDouble(rate.group(1)),
                    Double.parseDouble(p99.group(1)) * MILLIS.get(p99.group(2)),
                    answers,
                    sum(SOCKETS.matcher(said)) + (refused ? answers - refusals : refusals));
        }

        /** @return all numbers of the line; 0 where wrk has said nothing of it, because there is nothing */
        private static long sum(Matcher line) {
            long sum = 0;
            boolean said = line.find();
            for (int at = 1; said && at <= line.groupCount(); at++) {
                sum += Long.parseLong(line.group(at));
            }
            return sum;
        }

        /** @throws IOException when more than one in a thousand was wrong: no figure is made of that */
        void requireRight(String of) throws IOException {
            if (wrong > answers * TOLERATED) {
                throw new IOException(
                        "%s: of %d answers %d had another status than what is measured, or did not come at all."
                                .formatted(of, answers, wrong));
            }
        }
    }

    /** @param cookies as they are sent; empty for none */
    public Wrk(URI url, int connections, String cookies) {
        this(url, connections, List.of(cookies), "", false);
    }

    private Wrk(URI url, int connections, List<String> cookies, String form, boolean refused) {
        this.url = url;
        this.connections = connections;
        this.cookies = cookies;
        this.form = form;
        this.refused = refused;
    }

    /**
     * A crowd that sends a form, one after the other.
     *
     * @param cookies of each of them, as they are sent
     * @param form what is sent each time, as a form is encoded
     */
    public static Wrk posting(URI url, int connections, List<String> cookies, String form) {
        if (!PLAIN.matcher(form + String.join("", cookies)).matches()) {
            throw new IllegalArgumentException("A form is sent as it is encoded; got a character that is not.");
        }
        return new Wrk(url, connections, List.copyOf(cookies), form, false);
    }

    /** @return the same, where refusals are what is measured: each answer must have a status of 400 or more */
    public Wrk refused() {
        return new Wrk(url, connections, cookies, form, true);
    }

    /**
     * Runs it for that long, at least a second, to warm up: nobody looks at what is answered.
     *
     * @return answers a second
     */
    public double warm(long seconds) throws IOException {
        return asked(seconds).perSecond();
    }

    /**
     * Runs it for that long, at least a second.
     *
     * @throws IOException when more than one answer in a thousand was wrong
     */
    public Figures run(long seconds) throws IOException {
        Figures figures = asked(seconds);
        figures.requireRight(url + ", " + connections + " connections");
        return figures;
    }

    private Figures asked(long seconds) throws IOException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "--latency"));
        command.add("-d" + Math.max(1, seconds));
        if (form.isEmpty()) {
            if (!cookies.get(0).isEmpty()) {
                command.addAll(List.of("-H", "Cookie: " + cookies.get(0)));
            }
            return run(command);
        }
        String all = cookies.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        Path script = Files.writeString(Files.createTempFile("jeongmun-wrk-", ".lua"), SCRIPT.formatted(all, form));
        try {
            command.addAll(List.of("-s", script.toString()));
            return run(command);
        } finally {
            Files.deleteIfExists(script);
        }
    }

    private Figures run(List<String> command) throws IOException {
        command.add(url.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return Figures.of(said, refused);
    }
}
