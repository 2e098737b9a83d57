package org.jeongmun.web.journey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.ScheduleInForce.Reading;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.schedule.WindowStatus;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.Admissions.Admission;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.waitingroom.PersonMark;
import org.jeongmun.web.waitingroom.Proof;
import org.jeongmun.web.waitingroom.Proof.Kind;

/**
 * Whether it is the turn of the person of this request. Who has a pass goes in; who has a ticket that has been called
 * is given a pass, within the rate; everybody else waits. It asks no database, and decides once in a request.
 */
public final class Turn {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final PortalState state;
    private final Lines lines;
    private final Admissions admissions;
    private final LineProofs proofs;
    private final MarkedWindows windows;

    private Boolean admitted;
    private Proof inside;

    Turn(
            HttpServletRequest request,
            HttpServletResponse response,
            PortalState state,
            Lines lines,
            Admissions admissions,
            LineProofs proofs,
            MarkedWindows windows) {
        this.request = request;
        this.response = response;
        this.state = state;
        this.lines = lines;
        this.admissions = admissions;
        this.proofs = proofs;
        this.windows = windows;
    }

    /** @return whether this person may go on; without a line everybody may */
    public boolean admits(Applicant person) {
        if (admitted == null) {
            admitted = decide(person);
        }
        return admitted;
    }

    private boolean decide(Applicant person) {
        Optional<Reading> reading = state.now();
        if (!hasLine() || reading.isEmpty()) {
            return !hasLine();
        }
        Instant now = reading.get().now().latest();
        PersonMark mark = PersonMark.of(person.key());
        Optional<Proof> pass = proofs.shown(Kind.PASS, mark, now, request).valid();
        if (pass.filter(proof -> isGood(proof, reading.get())).isPresent()) {
            inside = pass.get();
            return true;
        }
        return proofs.shown(Kind.TICKET, mark, now, request)
                .valid()
                .filter(ticket -> enter(ticket, reading.get()))
                .isPresent();
    }

    /** @return whether this person has a number that is not used up, and no pass; lets nobody in */
    public boolean isAwaitedBy(Applicant person) {
        Optional<Reading> reading = state.now();
        if (!hasLine() || reading.isEmpty()) {
            return false;
        }
        Instant now = reading.get().now().latest();
        PersonMark mark = PersonMark.of(person.key());
        Optional<Proof> pass = proofs.shown(Kind.PASS, mark, now, request).valid();
        return pass.filter(proof -> isGood(proof, reading.get())).isEmpty()
                && proofs.shown(Kind.TICKET, mark, now, request)
                        .valid()
                        .filter(ticket -> isWorthSomething(ticket, reading.get()))
                        .isPresent();
    }

    /** @return whether there is a line at all; nobody can tell while nothing is known, and then there is one */
    public boolean hasLine() {
        return lines.hasAny();
    }

    private boolean isWorthSomething(Proof ticket, Reading reading) {
        return windows.of(ticket.window(), reading.schedule())
                .filter(window -> window.closesAt().isAfter(reading.now().latest()))
                .filter(window -> !admissions.isSpent(window.id(), ticket.number()))
                .isPresent();
    }

    /** @return whether a pass still opens this portal now: its window is open and its number not spent */
    boolean isGood(Proof pass, Reading reading) {
        return openWindow(pass, reading)
                .filter(window -> !admissions.isSpent(window.id(), pass.number()))
                .isPresent();
    }

    /** Lets the person in, if their number has been called and the rate has room; the pass goes with the answer. */
    private boolean enter(Proof ticket, Reading reading) {
        Optional<BookingWindow> window = openWindow(ticket, reading);
        Optional<Line> line = window.flatMap(open -> lines.line(open.id()));
        if (line.isEmpty()) {
            return false;
        }
        Instant until = reading.now().latest().plus(line.get().room().passFor());
        Admission told = admissions.enter(window.get().id(), ticket.number(), until);
        if (!told.isIn()) {
            return false;
        }
        goOn(new Proof(Kind.PASS, ticket.window(), ticket.person(), ticket.number(), told.until()));
        return true;
    }

    /** @return what this person carries of that kind, whosever it is */
    Optional<Proof> carried(Kind kind) {
        return proofs.carried(kind, request);
    }

    /** Gives the person a ticket, in place of whatever pass they had, and lets them in if it is called already. */
    void queue(Proof ticket, Reading reading) {
        proofs.drop(Kind.PASS, response);
        proofs.write(ticket, response);
        enter(ticket, reading);
    }

    /** @return until when whoever is inside by a pass may choose a place; empty where there is none */
    public Optional<Instant> insideUntil() {
        return Optional.ofNullable(inside)
                .map(pass -> state.now()
                        .flatMap(reading -> windows.of(pass.window(), reading.schedule()))
                        .map(BookingWindow::closesAt)
                        .filter(closing -> closing.isBefore(pass.expiresAt()))
                        .orElse(pass.expiresAt()));
    }

    /** @return the window whose line has let the person in; empty where none has */
    public Optional<WindowId> letInBy() {
        return Optional.ofNullable(inside)
                .flatMap(pass -> state.now().flatMap(reading -> windows.of(pass.window(), reading.schedule())))
                .map(BookingWindow::id);
    }

    /** Lets the person in by a pass that is good already. */
    void goOn(Proof pass) {
        proofs.write(pass, response);
        inside = pass;
        admitted = true;
    }

    private Optional<BookingWindow> openWindow(Proof proof, Reading reading) {
        return windows.of(proof.window(), reading.schedule())
                .filter(window -> window.statusAt(reading.now()) == WindowStatus.OPEN);
    }
}
