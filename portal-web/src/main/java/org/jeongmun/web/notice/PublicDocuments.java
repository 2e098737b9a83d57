package org.jeongmun.web.notice;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jeongmun.clinic.PlacesByWindow;
import org.jeongmun.clinic.Remaining;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.notice.PublicLine.Pace;
import org.jeongmun.web.state.PortalView;

/**
 * Writes {@code /schedule.json} and {@code /waiting/status.json}. Times carry the offset of the campaign's zone.
 * {@code now} is the earliest moment that it can be, so that a window which this says to be shut is never past its
 * opening; without a trusted time it is {@code null}, and the windows are those that were last known.
 */
final class PublicDocuments {
    private PublicDocuments() {}

    static byte[] schedule(PortalView view, PlacesByWindow places) {
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
            schedule.ifPresent(plan -> plan.windows().forEach(window -> window(json, view, plan, window, places)));
            json.writeEnd();
        });
    }

    static byte[] waiting(PortalView view, PlacesByWindow places, Lines lines) {
        return write(view, json -> {
            json.writeStartArray("windows");
            for (BookingWindow window : view.knowledge().windows()) {
                Optional<Remaining> remaining = places.remaining(window.id());
                String status = status(view, window, remaining);
                json.writeStartObject()
                        .write("id", window.id().value())
                        .write("status", status)
                        .write("opensAt", time(window.opensAt(), zone(view)));
                PublicLine.write(json, lines.line(window.id()), pace(view, window, lines), zone(view));
                json.write("placesLeft", placesLeft(view, window, remaining));
                time(json, "nextReleaseAt", nextRelease(view, window, remaining), zone(view));
                json.writeEnd();
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

    private static void window(
            JsonGenerator json, PortalView view, OpeningSchedule plan, BookingWindow window, PlacesByWindow places) {
        Optional<Remaining> remaining = places.remaining(window.id());
        json.writeStartObject()
                .write("id", window.id().value())
                .write("cohort", window.cohort().value());
        text(json, "label", plan.cohort(window.cohort()).map(Cohort::label).orElseThrow());
        json.write("status", status(view, window, remaining));
        time(json, "checkInAt", window.checkInAt(), plan.zone());
        json.write("opensAt", time(window.opensAt(), plan.zone()));
        json.write("closesAt", time(window.closesAt(), plan.zone()));
        time(json, "nextReleaseAt", nextRelease(view, window, remaining), plan.zone());
        json.writeEnd();
    }

    /** A window that draws on a pool is sold out by itself, whatever others have left. */
    private static String status(PortalView view, BookingWindow window, Optional<Remaining> remaining) {
        boolean soldOut = isOpen(view, window)
                && remaining.filter(left -> left.ofPool() && left.isNothing()).isPresent();
        return soldOut
                ? PortalStatus.SOLD_OUT.name()
                : clock(view, window).map(WindowStatus::name).orElse(PortalStatus.UNKNOWN.name());
    }

    private static Pace pace(PortalView view, BookingWindow window, Lines lines) {
        if (lines.isFrozen() || view.status() == PortalStatus.MAINTENANCE || view.status() == PortalStatus.UNKNOWN) {
            return Pace.STANDS;
        }
        return isOpen(view, window) ? Pace.MOVES : Pace.TO_COME;
    }

    private static boolean isOpen(PortalView view, BookingWindow window) {
        return clock(view, window).equals(Optional.of(WindowStatus.OPEN));
    }

    private static Optional<WindowStatus> clock(PortalView view, BookingWindow window) {
        return view.time().map(window::statusAt);
    }

    private static Optional<Instant> nextRelease(PortalView view, BookingWindow window, Optional<Remaining> remaining) {
        return view.time().flatMap(now -> remaining.flatMap(there -> there.nextReleaseWithin(window, now.latest())));
    }

    private static String placesLeft(PortalView view, BookingWindow window, Optional<Remaining> remaining) {
        if (clock(view, window).equals(Optional.of(WindowStatus.CLOSED))) {
            return "NONE";
        }
        if (!isOpen(view, window) || remaining.isEmpty()) {
            return "MANY";
        }
        if (remaining.get().isNothing()) {
            return "NONE";
        }
        return remaining.get().isFew() ? "FEW" : "MANY";
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
        return view.knowledge().zone();
    }
}
