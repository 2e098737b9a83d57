package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.web.gate.InFlight;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.state.PortalView;

/** Whether anybody can book at this moment, and why not. */
@Singleton
final class Bookable {
    private final PortalState state;
    private final InFlight inFlight;

    @Inject
    Bookable(PortalState state, InFlight inFlight) {
        this.state = state;
        this.inFlight = inFlight;
    }

    String phase() {
        return state.status().name();
    }

    boolean isBookable() {
        return state.status() == PortalStatus.OPEN && !inFlight.isDraining();
    }

    /** @return a reason code; {@code NONE} while people can book */
    String reason() {
        if (inFlight.isDraining()) {
            return "DRAINING";
        }
        PortalView view = state.view();
        if (view.status() == PortalStatus.OPEN) {
            return "NONE";
        }
        if (view.status() != PortalStatus.UNKNOWN) {
            return view.status().name();
        }
        return view.time().isEmpty() ? "NO_TRUSTED_TIME" : "NO_SCHEDULE";
    }
}
