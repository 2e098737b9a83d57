package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.Remaining;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.waitingroom.WaitingRoom.Order;
import org.jeongmun.web.notice.StateTexts;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.state.PortalView;
import org.jeongmun.web.waitingroom.AdmissionRefusal;
import org.jeongmun.web.waitingroom.PersonMark;
import org.jeongmun.web.waitingroom.Proof;
import org.jeongmun.web.waitingroom.Proof.Kind;
import org.jeongmun.web.waitingroom.Shown;
import org.jeongmun.web.waitingroom.WaitingView;
import org.jeongmun.web.waitingroom.WaitingView.Scene;
import org.jeongmun.web.waitingroom.WaitingView.Stand;

/**
 * Finds out what the waiting page has to say to whoever asks for it: from what they carry and from memory, nothing
 * else.
 */
@ApplicationScoped
public class Scenery {
    @Inject
    private PortalState state;

    @Inject
    private Lines lines;

    @Inject
    private Admissions admissions;

    @Inject
    private LineProofs proofs;

    @Inject
    private JourneyCookies cookies;

    @Inject
    private MarkedWindows windows;

    @Inject
    private ClinicDirectory directory;

    /** Made by the container. */
    public Scenery() {}

    /* One look at everything, so that the page does not contradict itself. */
    private record Look(PortalView view, Optional<Reading> reading, Shows carried) {}

    /* What somebody carries; without a secret nothing of it can be read, and it counts as nothing. */
    private record Shows(Optional<Proof> ticket, boolean inside, Optional<AdmissionRefusal> fault, Choice choice) {
        static final Shows NOTHING = new Shows(Optional.empty(), false, Optional.empty(), Choice.NONE);
    }

    /** @return what is to be said to whoever asks */
    public WaitingView of(HttpServletRequest request) {
        PortalView view = state.view();
        Optional<Reading> reading = state.now();
        Look look = new Look(
                view, reading, reading.map(now -> carried(request, now)).orElse(Shows.NOTHING));
        Optional<BookingWindow> window = look.carried()
                .ticket()
                .flatMap(ticket -> windows.of(ticket.window(), reading.get().schedule()));
        Scene scene = sceneOf(look, window);
        // Whoever may come now is not told of an opening to come, which would sound as if they could not.
        boolean mayCome = scene == Scene.JOIN && view.status() == PortalStatus.OPEN;
        Optional<BookingWindow> own =
                window.filter(ours -> ours.statusAt(reading.get().now()) != WindowStatus.CLOSED);
        Optional<BookingWindow> told = mayCome ? Optional.empty() : own.or(() -> nextOf(view));
        return new WaitingView(
                scene,
                scene == Scene.NO_LINE ? StateTexts.of(view, lines, directory) : List.of(),
                window.flatMap(ours -> stand(look, ours)),
                told.map(BookingWindow::opensAt).map(at -> inZone(view, at)),
                told.flatMap(BookingWindow::checkInAt).map(at -> inZone(view, at)),
                nextRelease(view, own).map(at -> inZone(view, at)),
                view.nextUpdate().map(at -> inZone(view, at)),
                told.flatMap(ours -> lines.line(ours.id()))
                        .filter(this::isDrawn)
                        .isPresent(),
                look.carried().fault(),
                look.carried().choice().clinic().isPresent() ? Step.SLOT : Step.CLINIC,
                (mayCome || scene != Scene.JOIN)
                        && view.time()
                                .filter(look.carried().choice()::mayBeHeldAt)
                                .isPresent(),
                view.knowledge().announcement(),
                view.knowledge().demo());
    }

    private boolean isDrawn(Line line) {
        return line.room().order() == Order.DRAW;
    }

    private Shows carried(HttpServletRequest request, Reading reading) {
        try {
            Instant now = reading.now().latest();
            Optional<PersonMark> person = cookies.read(CheckedIn.CARRIED, request)
                    .map(CheckedIn::applicant)
                    .map(applicant -> PersonMark.of(applicant.key()));
            Choice choice = cookies.read(Choice.CARRIED, request).orElse(Choice.NONE);
            Shown ticket = shown(Kind.TICKET, person, now, request);
            Shown pass = shown(Kind.PASS, person, now, request);
            Optional<AdmissionRefusal> fault = pass != Shown.NOTHING ? pass.fault() : ticket.fault();
            Optional<BookingWindow> window =
                    pass.valid().flatMap(proof -> windows.of(proof.window(), reading.schedule()));
            boolean spent = window.filter(ours ->
                            admissions.isSpent(ours.id(), pass.proof().get().number()))
                    .isPresent();
            boolean open = window.filter(ours -> ours.statusAt(reading.now()) == WindowStatus.OPEN)
                    .isPresent();
            return new Shows(
                    ticket.valid(), open && !spent, spent ? Optional.of(AdmissionRefusal.SPENT) : fault, choice);
        } catch (IllegalStateException noSecret) {
            return Shows.NOTHING;
        }
    }

    /* Who has not said who they are again since yesterday still sees where they stand. */
    private Shown shown(Kind kind, Optional<PersonMark> person, Instant now, HttpServletRequest request) {
        Optional<PersonMark> whose =
                person.or(() -> proofs.carried(kind, request).map(Proof::person));
        return whose.map(mark -> proofs.shown(kind, mark, now, request))
                .orElseGet(() -> proofs.shown(kind, new PersonMark(0, 0), now, request));
    }

    private Scene sceneOf(Look look, Optional<BookingWindow> window) {
        PortalStatus status = look.view().status();
        if (status == PortalStatus.MAINTENANCE) {
            return Scene.MAINTENANCE;
        }
        if (status == PortalStatus.UNKNOWN || look.reading().isEmpty()) {
            return Scene.UNKNOWN;
        }
        if (status == PortalStatus.CLOSED) {
            return Scene.CLOSED;
        }
        if (look.carried().inside()) {
            return Scene.CALLED;
        }
        WindowStatus own =
                window.map(ours -> ours.statusAt(look.reading().get().now())).orElse(WindowStatus.CLOSED);
        if (own == WindowStatus.CLOSED) {
            return sceneWithoutTicket(status);
        }
        if (own != WindowStatus.OPEN) {
            return Scene.BEFORE;
        }
        return sceneInLine(look, window.get(), look.carried().ticket().orElseThrow());
    }

    private Scene sceneWithoutTicket(PortalStatus status) {
        if (!lines.hasAny()) {
            return Scene.NO_LINE;
        }
        return switch (status) {
            case NOT_YET_OPEN -> Scene.NOT_YET;
            case SOLD_OUT -> Scene.SOLD_OUT;
            default -> Scene.JOIN;
        };
    }

    private Scene sceneInLine(Look look, BookingWindow window, Proof ticket) {
        Optional<Line> line = lines.line(window.id());
        if (line.isEmpty()) {
            return Scene.UNKNOWN;
        }
        if (admissions.isSpent(window.id(), ticket.number())) {
            return Scene.SPENT;
        }
        if (directory.hasNothingLeft(window.id())) {
            return Scene.SOLD_OUT;
        }
        if (line.get().placeOf(ticket.number()).isEmpty()) {
            return Scene.BEFORE;
        }
        return line.get().hasCalled(ticket.number()) ? Scene.CALLED : Scene.WAITING;
    }

    private Optional<Stand> stand(Look look, BookingWindow window) {
        Proof ticket = look.carried().ticket().orElseThrow();
        return lines.line(window.id()).map(line -> {
            long place = line.placeOf(ticket.number()).orElse(0);
            long ahead = line.beforeTheRateComesTo(ticket.number()).orElse(0);
            double rate = lines.isFrozen() ? 0 : line.ratePerSecond();
            return new Stand(
                    window.id(),
                    ticket.number(),
                    place,
                    ahead,
                    rate,
                    directory.remaining(window.id()).filter(Remaining::isFew).isPresent(),
                    NextLook.after(look.reading().get(), window, line, place, ahead));
        });
    }

    /** For their own window; without one for any, and then one that is to open counts too, as on the first page. */
    private Optional<Instant> nextRelease(PortalView view, Optional<BookingWindow> own) {
        List<BookingWindow> windows =
                own.map(List::of).orElseGet(() -> view.knowledge().windows());
        Optional<Instant> release = view.time().flatMap(now -> directory.nextRelease(windows, now.latest()));
        Optional<Instant> opening =
                own.isPresent() ? Optional.empty() : nextOf(view).map(BookingWindow::opensAt);
        return Stream.concat(release.stream(), opening.stream()).min(Comparator.naturalOrder());
    }

    private static Optional<BookingWindow> nextOf(PortalView view) {
        return view.time()
                .flatMap(now -> view.knowledge().windows().stream()
                        .filter(window -> window.opensAt().isAfter(now.latest()))
                        .findFirst());
    }

    private static ZonedDateTime inZone(PortalView view, Instant at) {
        return at.atZone(view.knowledge().zone());
    }
}
