package org.jeongmun.acceptance.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;

/** The operator who gives out keys, and the partner who uses them. */
final class PartnerDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Portal portal;

    PartnerDesk(Portal portal) {
        this.portal = portal;
    }

    /** @return the key of a new partner */
    String create(String id, String... options) {
        List<String> arguments = new ArrayList<>(List.of("create", id));
        arguments.addAll(List.of(options));
        return key(arguments.toArray(String[]::new));
    }

    /** @return the key that a command prints last */
    String key(String... arguments) {
        List<String> lines = run(arguments).lines().toList();
        return lines.get(lines.size() - 1);
    }

    /** @return what {@code partner …} prints */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("partner"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", portal.folder().toString()));
        PortalJar.Ended ended = PortalJar.run(command.toArray(String[]::new));
        assertEquals(0, ended.exitCode(), ended::toString);
        return ended.output();
    }

    /** An answer. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return read(body());
        }

        /** @return a JSON document a line */
        List<JsonNode> jsonLines() {
            return body().lines().map(PartnerDesk::read).toList();
        }

        @Override
        public String toString() {
            return response.statusCode() + " " + response.headers().map() + "\n" + response.body();
        }
    }

    /** @param key {@code null} for none */
    Answer get(String target, String key, String... headers) {
        URI door = portal.published().publicUrl();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(door.resolve(target)).timeout(Duration.ofSeconds(60));
        if (key != null) {
            request.header("X-Partner-Key", key);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Both ask again while nothing is told, as by a directory that has not been heard of for two seconds. */
    JsonNode json(String target, String key) {
        return awaitStatus(200, target, key).json();
    }

    /** @return an answer of a JSON document a line */
    List<JsonNode> lines(String target) {
        return awaitStatus(200, target, null).jsonLines();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    /** Asks until the answer has that status: what a command changes is in force within a second. */
    Answer awaitStatus(int status, String target, String key) {
        return Awaitility.await("%d to %s".formatted(status, target))
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get(target, key), answer -> answer.status() == status);
    }

    /** Partners who ask as fast as they can, until they are closed. */
    Flood flood(String target, String key) {
        return new Flood(target, key);
    }

    /** Four impatient threads. */
    final class Flood implements AutoCloseable {
        private final AtomicInteger refused = new AtomicInteger();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean over;

        private Flood(String target, String key) {
            for (int i = 0; i < 4; i++) {
                Thread thread = new Thread(() -> {
                    while (!over) {
                        if (get(target, key).status() == 429) {
                            refused.incrementAndGet();
                        }
                    }
                });
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
        }

        int refused() {
            return refused.get();
        }

        @Override
        public void close() {
            over = true;
            for (Thread thread : threads) {
                try {
                    thread.join(10_000);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
