package org.jeongmun.acceptance.container.deployed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The metrics as an operator's collector reads them: over HTTP, from the management port. */
public final class Exported {
    private final URI metrics;

    private Exported(String port) {
        metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    /** @return those of the server that this runs in */
    public static Exported here() {
        return new Exported(System.getenv("PORTAL_MANAGEMENT_PORT"));
    }

    /** @return those of the server with that management port */
    public static Exported at(int port) {
        return new Exported(Integer.toString(port));
    }

    /** @return the sum of all lines with that name and all those labels; 0 while there is none */
    public double value(String name, String... labels) {
        return text().lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String text() {
        try {
            // Without a word about it the client would ask for HTTP/2, which no port of the portal speaks.
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("/metrics answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
