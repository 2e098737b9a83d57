package org.jeongmun.launcher.serving;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** The running portal as its own launcher asks it: is it ready, and does it know the time? */
final class PortalEndpoints {
    private static final Pattern KNOWN_STATUS = Pattern.compile("\"status\"\\s*:\\s*\"(?!UNKNOWN\")[A-Z_]+\"");
    private static final int TIMEOUT_MILLIS = 5_000;

    private final String publicUrl;
    private final String managementUrl;

    PortalEndpoints(String publicUrl, String managementUrl) {
        this.publicUrl = publicUrl;
        this.managementUrl = managementUrl;
    }

    /** @return whether the health check on the management port says so */
    boolean isReady() {
        return answer(managementUrl + "/health/ready").status == 200;
    }

    /** @return whether the health check answers at all: ready, or with what is missing */
    boolean isUp() {
        int status = answer(managementUrl + "/health/ready").status;
        return status == 200 || status == 503;
    }

    /** @return whether the server answers without an application that could: its start has failed */
    boolean isBroken() {
        return answer(managementUrl + "/health/ready").status == 500;
    }

    /** Asks for something at the public address, whatever the answer. */
    void knock() {
        answer(publicUrl + "/schedule.json");
    }

    /** @return whether the public schedule is in a state other than UNKNOWN */
    boolean knowsTheTime() {
        Answer answer = answer(publicUrl + "/schedule.json");
        return answer.status == 200 && KNOWN_STATUS.matcher(answer.body).find();
    }

    /** @return whether {@code condition} came true within {@code patience}, or {@code givenUp} did */
    static boolean await(BooleanSupplier condition, Duration patience, BooleanSupplier givenUp) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (givenUp.getAsBoolean() || System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static Answer answer(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                byte[] bytes = body == null ? new byte[0] : body.readNBytes(1 << 20);
                return new Answer(status, new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException noAnswer) {
            return new Answer(0, "");
        }
    }

    private record Answer(int status, String body) {}
}
