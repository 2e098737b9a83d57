package org.jeongmun.doors.trial;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.doors.inventory.Listener;
import org.jeongmun.schedule.PortalStatus;

/** Asks a portal what it is, at its public document. */
final class ScheduleProbe implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([A-Z_]+)\"");

    private final Listener listener;
    private final Wire wire;

    ScheduleProbe(Listener listener) {
        this.listener = listener;
        this.wire = new Wire(listener);
    }

    /** @throws IOException when it does not say */
    PortalStatus status() throws IOException {
        Answer answer = wire.send("GET", "GET /schedule.json HTTP/1.1\r\nHost: " + listener.authority() + "\r\n\r\n");
        Matcher status = STATUS.matcher(answer.body());
        if (answer.status() != 200 || !status.find()) {
            throw new IOException("%s/schedule.json does not say what the portal is".formatted(listener.authority()));
        }
        try {
            return PortalStatus.valueOf(status.group(1));
        } catch (IllegalArgumentException unknown) {
            throw new IOException("the portal calls itself " + status.group(1), unknown);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
