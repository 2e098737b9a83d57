package org.jeongmun.benchmark.evening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What {@code /waiting/status.json} says of one window.
 *
 * @param portal the state of the portal
 * @param window the state of the window
 * @param untilOpening seconds until it opens, by the portal's clock; negative afterwards
 * @param nowServing the last place that has been called
 * @param reached the one that the rate has come to, by which waits are told
 * @param admitPerSecond how fast the line moves; 0 while it stands
 * @param placesLeft MANY, FEW or NONE
 * @param isDrawn whether the places of those who came first are drawn
 * @param finalSeed what they are drawn with; empty until they are
 * @param tickets how many take part in the draw
 */
public record LineView(
        String portal,
        String window,
        double untilOpening,
        long nowServing,
        long reached,
        double admitPerSecond,
        String placesLeft,
        boolean isDrawn,
        Optional<String> finalSeed,
        long tickets) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the document. @return empty where that window is not in it, or it is no such document */
    public static Optional<LineView> read(String document, String window) {
        try {
            JsonNode root = JSON.readTree(document);
            for (JsonNode line : root.path("windows")) {
                if (line.path("id").asText().equals(window)) {
                    return Optional.of(of(root, line));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private static LineView of(JsonNode root, JsonNode line) {
        JsonNode draw = line.path("draw");
        return new LineView(
                root.path("status").asText(),
                line.path("status").asText(),
                until(root.path("now"), line.path("opensAt")),
                line.path("nowServing").asLong(),
                line.path("reached").asLong(),
                line.path("admitPerSecond").asDouble(),
                line.path("placesLeft").asText(),
                draw.isObject(),
                Optional.ofNullable(draw.path("finalSeed").textValue()),
                draw.path("tickets").asLong());
    }

    /** Nobody knows the time while the portal does not. */
    private static double until(JsonNode now, JsonNode opensAt) {
        if (!now.isTextual() || !opensAt.isTextual()) {
            return 0;
        }
        Duration until = Duration.between(OffsetDateTime.parse(now.asText()), OffsetDateTime.parse(opensAt.asText()));
        return until.toMillis() / 1000.0;
    }
}
