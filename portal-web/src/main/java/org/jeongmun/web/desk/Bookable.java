package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.web.gate.InFlight;
import org.jeongmun.web.line.KnownLines;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.state.PortalView;

/** Whether anybody can book at this moment, and why not: the door is open, and what is booked can be written down. */
@Singleton
final class Bookable {
    private final PortalState state;
    private final InFlight inFlight;
    private final KnownLines lines;

    @Inject
    Bookable(PortalState state, InFlight inFlight, KnownLines lines) {
        this.state = state;
        this.inFlight = inFlight;
        this.lines = lines;
    }

    String phase() {
        return state.status().name();
    }

    boolean isBookable() {
        return state.status() == PortalStatus.OPEN && !inFlight.isDraining() && !lines.isSilent();
    }

    /** @return a reason code; {@code NONE} while people can book */
    String reason() {
        if (inFlight.isDraining()) {
            return "DRAINING";
        }
        PortalView view = state.view();
        if (view.status() == PortalStatus.OPEN) {
            return lines.isSilent() ? "DATABASE_NOT_WRITABLE" : "NONE";
        }
        if (view.status() != PortalStatus.UNKNOWN) {
            return view.status().name();
        }
        return view.time().isEmpty() ? "NO_TRUSTED_TIME" : "NO_SCHEDULE";
    }
}
