package org.jeongmun.web.notice;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.state.PortalView;

/**
 * Writes {@code /schedule.json} and {@code /waiting/status.json}. Times carry the offset of the campaign's zone.
 * {@code now} is the earliest moment that it can be, so that a window which this says to be shut is never past its
 * opening; without a trusted time it is {@code null}, and the windows are those that were last known.
 */
final class PublicDocuments {
    private static final long FEW = 1_000;

    private PublicDocuments() {}

    static byte[] schedule(PortalView view) {
        Optional<OpeningSchedule> schedule = view.knowledge().schedule();
        return write(view, json -> {
            json.write("version", schedule.map(OpeningSchedule::version).orElse(0L));
            Optional<LocalizedText> announcement = view.knowledge().announcement();
            if (announcement.isPresent()) {
                text(json, "announcement", announcement.get());
            } else {
                json.writeNull("announcement");
            }
            json.writeStartArray("windows");
            schedule.ifPresent(plan -> plan.windows().forEach(window -> window(json, view, plan, window)));
            json.writeEnd();
        });
    }

    /** @param freePlaces at all clinics together, where that is known */
    static byte[] waiting(PortalView view, Optional<Long> freePlaces, Lines lines) {
        List<BookingWindow> windows =
                view.knowledge().schedule().map(OpeningSchedule::windows).orElse(List.of());
        return write(view, json -> {
            json.writeStartArray("windows");
            for (BookingWindow window : windows) {
                String status = status(view, window);
                json.writeStartObject()
                        .write("id", window.id().value())
                        .write("status", status)
                        .write("opensAt", time(window.opensAt(), zone(view)));
                PublicLine.write(
                        json, lines.line(window.id()), WindowStatus.OPEN.name().equals(status), zone(view));
                json.write("placesLeft", placesLeft(status, freePlaces)).writeEnd();
            }
            json.writeEnd();
        });
    }

    /** What a document says after its first two members. */
    private interface Rest {
        void writeTo(JsonGenerator json);
    }

    private static byte[] write(PortalView view, Rest rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.createGenerator(bytes)) {
            json.writeStartObject();
            time(json, "now", view.time().map(now -> now.earliest().truncatedTo(ChronoUnit.MILLIS)), zone(view));
            json.write("status", view.status().name());
            rest.writeTo(json);
            json.writeEnd();
        }
        return bytes.toByteArray();
    }

    private static void window(JsonGenerator json, PortalView view, OpeningSchedule plan, BookingWindow window) {
        json.writeStartObject()
                .write("id", window.id().value())
                .write("cohort", window.cohort().value());
        text(json, "label", plan.cohort(window.cohort()).map(Cohort::label).orElseThrow());
        json.write("status", status(view, window));
        time(json, "checkInAt", window.checkInAt(), plan.zone());
        json.write("opensAt", time(window.opensAt(), plan.zone()));
        json.write("closesAt", time(window.closesAt(), plan.zone()));
        json.writeEnd();
    }

    private static String status(PortalView view, BookingWindow window) {
        return view.time().map(window::statusAt).map(WindowStatus::name).orElse(PortalStatus.UNKNOWN.name());
    }

    private static String placesLeft(String status, Optional<Long> freePlaces) {
        if (WindowStatus.CLOSED.name().equals(status)) {
            return "NONE";
        }
        if (!WindowStatus.OPEN.name().equals(status) || freePlaces.isEmpty()) {
            return "MANY";
        }
        if (freePlaces.get() == 0) {
            return "NONE";
        }
        return freePlaces.get() < FEW ? "FEW" : "MANY";
    }

    private static void text(JsonGenerator json, String name, LocalizedText text) {
        json.writeStartObject(name)
                .write("ko", text.ko())
                .write("en", text.en())
                .writeEnd();
    }

    private static void time(JsonGenerator json, String name, Optional<Instant> instant, ZoneId zone) {
        if (instant.isEmpty()) {
            json.writeNull(name);
            return;
        }
        json.write(name, time(instant.get(), zone));
    }

    static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }

    private static ZoneId zone(PortalView view) {
        return view.knowledge().schedule().map(OpeningSchedule::zone).orElse(ZoneOffset.UTC);
    }
}
