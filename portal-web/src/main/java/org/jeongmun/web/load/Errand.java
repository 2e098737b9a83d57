package org.jeongmun.web.load;

/** What somebody comes for, as far as it matters when there is too much of it. */
enum Errand {
    /** Saying who they are, and looking in from outside. */
    ENTER(0.0),
    /** Choosing a clinic and a time: their turn has come, and the crowd at the door must not take it from them. */
    CHOOSE(0.2),
    /** Confirming the place that is held for them. */
    CONFIRM(0.1),
    /** Checking or cancelling what they have. */
    CARE(0.1);

    private final double reserve;

    Errand(double reserve) {
        this.reserve = reserve;
    }

    /** @return the part of the limit that is kept free for this errand, beyond what is open to all */
    double reserve() {
        return reserve;
    }

    /** @return whether it is the errand of people who have checked in */
    boolean isInside() {
        return this == CHOOSE || this == CONFIRM;
    }

    /** @return what a request to that page comes for */
    static Errand of(String path) {
        return switch (path) {
            case "/reserve/clinic", "/reserve/slot" -> CHOOSE;
            case "/reserve/confirm" -> CONFIRM;
            case "/reservation" -> CARE;
            default -> ENTER;
        };
    }
}
