package org.jeongmun.web.journey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jeongmun.web.load.SentForm;

/** The order of the pages: who has left out a step is sent to it. */
final class Step {
    static final String CHECK_IN = "/check-in";
    static final String WAITING = "/waiting";
    static final String CLINIC = "/reserve/clinic";
    static final String SLOT = "/reserve/slot";
    static final String CONFIRM = "/reserve/confirm";
    static final String DONE = "/reserve/done";
    static final String PARTNER_LINK = "/go";

    private Step() {}

    /** What a request does with a page. */
    enum Manner {
        /** GET and HEAD. */
        READS,
        /** POST of what our forms are sent as. */
        SENDS_A_FORM,
        /** Any other method, and any other content. */
        ELSE;

        /** @return what that request does */
        static Manner of(HttpServletRequest request) {
            if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
                return READS;
            }
            return SentForm.isIn(request) ? SENDS_A_FORM : ELSE;
        }
    }

    /** How far somebody has come; each is asked only when it matters. */
    interface Progress {
        boolean isCheckedIn();

        /**
         * Whether it is, or was, their turn: they have an admission pass, or may have one now, or a place is being kept
         * for them already.
         */
        boolean isLetIn();

        boolean hasClinic();

        /** @return whether a place is theirs, held or confirmed; asks the database */
        boolean hasPlace();

        boolean hasReceipt();
    }

    /**
     * The decision; pure.
     *
     * @param path an exact path of the portal
     * @param manner a partner's link that is only read is answered by its own page, and a form that confirms finds out
     *     by itself whether there is a place
     * @return where to go instead; empty when nothing is missing, or the path is no step
     */
    static Optional<String> missing(String path, Manner manner, Progress progress) {
        return switch (path) {
            case CLINIC -> beforeChoosing(progress);
            case SLOT -> beforeChoosing(progress).or(() -> require(progress.hasClinic(), CLINIC));
            case CONFIRM ->
                beforeChoosing(progress)
                        .or(() -> manner == Manner.SENDS_A_FORM ? Optional.empty() : beforeConfirming(progress));
            case DONE -> require(progress.hasReceipt(), "/");
            case PARTNER_LINK -> manner == Manner.READS ? Optional.empty() : beforeChoosing(progress);
            default -> Optional.empty();
        };
    }

    private static Optional<String> beforeChoosing(Progress progress) {
        return require(progress.isCheckedIn(), CHECK_IN).or(() -> require(progress.isLetIn(), WAITING));
    }

    /** Who holds a place has chosen its clinic, maybe on another device. */
    private static Optional<String> beforeConfirming(Progress progress) {
        return progress.hasPlace() ? Optional.empty() : Optional.of(toAPlace(progress));
    }

    /** @return where somebody goes on who has no place, or none any more */
    static String toAPlace(Progress progress) {
        return progress.hasClinic() ? SLOT : CLINIC;
    }

    private static Optional<String> require(boolean there, String step) {
        return there ? Optional.empty() : Optional.of(step);
    }
}
