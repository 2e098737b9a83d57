package org.jeongmun.launcher.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jeongmun.launcher.PublishedPortal;

/** The portal that serves from a data folder, asked on its management port. */
final class RunningPortal {
    private static final Pattern REFUSALS =
            Pattern.compile("portal_gate_refusals_total[{]([^}]*)[}] ([0-9.eE+]+)", Pattern.MULTILINE);
    private static final Pattern STATE = Pattern.compile("state=\"([A-Z_]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path folder;

    RunningPortal(Path folder) {
        this.folder = folder;
    }

    /** @return how many requests the gate has refused since its start, by state; or that the portal does not run */
    String refusals() {
        return PublishedPortal.in(folder)
                .management()
                .flatMap(RunningPortal::metrics)
                .map(RunningPortal::told)
                .orElse("portal not running");
    }

    /** @return the refusals in a text of Prometheus */
    static String told(String metrics) {
        Map<String, Double> byState = new TreeMap<>();
        Matcher line = REFUSALS.matcher(metrics);
        while (line.find()) {
            Matcher state = STATE.matcher(line.group(1));
            double count = Double.parseDouble(line.group(2));
            if (state.find() && count > 0) {
                byState.merge(state.group(1), count, Double::sum);
            }
        }
        double all = byState.values().stream().mapToDouble(Double::doubleValue).sum();
        String parts = byState.entrySet().stream()
                .map(each -> "%s %,.0f".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        return "%,.0f since the portal started%s".formatted(all, parts.isEmpty() ? "" : ": " + parts);
    }

    private static Optional<String> metrics(URI management) {
        HttpClient client = HttpClient.newBuilder()
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(PATIENCE)
                .build();
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/metrics?scope=application"))
                .header("Accept", "text/plain")
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
