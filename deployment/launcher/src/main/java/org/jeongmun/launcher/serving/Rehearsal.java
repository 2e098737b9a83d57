package org.jeongmun.launcher.serving;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Goes through the pages of the journey over and over before anybody may, so that Java has compiled them when the door
 * opens: a portal that has just started answers a tenth of what it answers a minute later. It takes a third of one core
 * at the most, and ends by itself after its time, or as soon as the portal no longer lets it.
 */
final class Rehearsal {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int RESTS = 2;

    private final URI door;
    private final long nanos;
    private final Thread thread = new Thread(this::rehearse, "rehearsal");
    private volatile boolean ended;

    private Rehearsal(String managementUrl, Duration span) {
        door = URI.create(managementUrl + "/desk/rehearsal");
        nanos = span.toNanos();
    }

    /** Begins to rehearse in the background; not at all where the span is zero. */
    static Rehearsal begin(String managementUrl, Duration span) {
        Rehearsal rehearsal = new Rehearsal(managementUrl, span);
        rehearsal.thread.setDaemon(true);
        rehearsal.thread.start();
        return rehearsal;
    }

    private void rehearse() {
        long began = System.nanoTime();
        while (!ended && System.nanoTime() - began < nanos) {
            long asked = System.nanoTime();
            if (!isPlayed() || !rest(System.nanoTime() - asked)) {
                return;
            }
        }
    }

    /* Twice as long as the page took, so that whoever looks at the notice meanwhile is not kept waiting. */
    private static boolean rest(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(RESTS * nanos);
            return true;
        } catch (InterruptedException asked) {
            return false;
        }
    }

    private boolean isPlayed() {
        try {
            HttpURLConnection connection = (HttpURLConnection) door.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod("HEAD");
            int status = connection.getResponseCode();
            // 503: a page that cannot say anything yet has been put together as well.
            return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_UNAVAILABLE;
        } catch (IOException notNow) {
            return false;
        }
    }

    /** Ends it, if it has not ended. */
    void end() {
        ended = true;
        thread.interrupt();
    }
}
