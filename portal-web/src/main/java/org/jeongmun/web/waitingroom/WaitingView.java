package org.jeongmun.web.waitingroom;

import static java.util.Objects.requireNonNull;

import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.WindowId;

/**
 * All that the waiting page says to one person.
 *
 * @param scene what it is about
 * @param notice what the first page says of the portal's state; told where there is no line
 * @param stand where the person stands; empty for who has no ticket
 * @param opensAt when booking opens, in the campaign's zone
 * @param joinFrom from when people may join before that, in that zone
 * @param nextRelease when there may be places again for them, in that zone
 * @param nextUpdate when the next notice about a maintenance is promised, in that zone
 * @param drawn whether the places of those are drawn
 * @param refusal why the person was not let in, where that is worth a word
 * @param wayOn where it goes on when it is their turn
 * @param placeHeld whether a place at a clinic is being kept for them
 * @param announcement what an operator tells everybody
 * @param demo whether the page must say that it is a demo
 */
public record WaitingView(
        Scene scene,
        List<LocalizedText> notice,
        Optional<Stand> stand,
        Optional<ZonedDateTime> opensAt,
        Optional<ZonedDateTime> joinFrom,
        Optional<ZonedDateTime> nextRelease,
        Optional<ZonedDateTime> nextUpdate,
        boolean drawn,
        Optional<AdmissionRefusal> refusal,
        String wayOn,
        boolean placeHeld,
        Optional<LocalizedText> announcement,
        boolean demo) {
    private static final Set<Scene> IN_LINE = EnumSet.of(Scene.BEFORE, Scene.WAITING);
    private static final Set<Scene> NAMES_OPENING = EnumSet.of(Scene.NOT_YET, Scene.JOIN, Scene.BEFORE);
    private static final Set<Scene> NAMES_JOINING = EnumSet.of(Scene.NOT_YET, Scene.JOIN);
    private static final Set<Scene> LEADS_TO_PLACE =
            EnumSet.of(Scene.WAITING, Scene.CALLED, Scene.SOLD_OUT, Scene.JOIN);
    private static final Set<Scene> TELLS_REFUSAL = EnumSet.of(Scene.JOIN, Scene.WAITING, Scene.CALLED);

    /** What the page is about. */
    public enum Scene {
        /** The campaign has no line. */
        NO_LINE,
        /** Nobody may join yet. */
        NOT_YET,
        /** The person has no place in line and may get one. */
        JOIN,
        /** In line, and booking has not begun. */
        BEFORE,
        /** In line. */
        WAITING,
        /** It is their turn. */
        CALLED,
        /** Their number has had its journey. */
        SPENT,
        /** No place is left at any clinic. */
        SOLD_OUT,
        /** Booking is over. */
        CLOSED,
        /** Shut by an operator; the line stands. */
        MAINTENANCE,
        /** Nobody knows; the line stands. */
        UNKNOWN
    }

    /**
     * Where somebody stands.
     *
     * @param window in whose line
     * @param number on the ticket
     * @param place in line; 0 while it is to be drawn
     * @param ahead after how many others the rate comes to them; 0 while that is not known
     * @param ratePerSecond how fast the line moves; 0 while it stands
     * @param few whether places at clinics are running out
     * @param lookAfter in how many seconds the page asks next
     */
    public record Stand(
            WindowId window, long number, long place, long ahead, double ratePerSecond, boolean few, double lookAfter) {
        /** @return whether the line stands, so that nobody can say how long it takes */
        boolean stands() {
            return !(ratePerSecond > 0);
        }

        /** What the page's words depend on: which numbers there are, not how large they are. */
        private Stand withoutNumbers(boolean inLine) {
            return new Stand(window, 0, Math.min(place, 1), 0, inLine && !stands() ? 1 : 0, inLine && few, 0);
        }
    }

    /** Copies the notice and refuses missing parts. */
    public WaitingView {
        requireNonNull(scene, "scene");
        notice = List.copyOf(notice);
        requireNonNull(stand, "stand");
        requireNonNull(opensAt, "opensAt");
        requireNonNull(joinFrom, "joinFrom");
        requireNonNull(nextRelease, "nextRelease");
        requireNonNull(nextUpdate, "nextUpdate");
        requireNonNull(refusal, "refusal");
        requireNonNull(wayOn, "wayOn");
        requireNonNull(announcement, "announcement");
    }

    /** @return whether the page says how many are ahead, or will once booking has begun */
    boolean isInLine() {
        return IN_LINE.contains(scene);
    }

    /**
     * @return why the person was not let in, where the scene leaves that open and somebody can do something about it
     */
    Optional<AdmissionRefusal> toldRefusal() {
        return refusal.filter(why -> TELLS_REFUSAL.contains(scene) && why != AdmissionRefusal.NO_TICKET);
    }

    /** @return what the page's script takes for another state: see {@code waiting.js} */
    String keyOfScript() {
        return switch (scene) {
            case MAINTENANCE, UNKNOWN -> scene.name();
            case SOLD_OUT, CLOSED -> "NONE";
            default -> "";
        };
    }

    /** @return whether the page leads to the place that is being kept */
    boolean leadsToPlace() {
        return placeHeld && LEADS_TO_PLACE.contains(scene);
    }

    /**
     * Leaves what the page tells and in which words.
     *
     * @return equal for all who are told the same, whatever else there is to know of them
     */
    WaitingView words() {
        return new WaitingView(
                scene,
                scene == Scene.NO_LINE ? notice : List.of(),
                stand.map(whose -> whose.withoutNumbers(isInLine())),
                opensAt.filter(at -> NAMES_OPENING.contains(scene)),
                joinFrom.filter(at -> NAMES_JOINING.contains(scene)),
                nextRelease.filter(at -> scene == Scene.SOLD_OUT),
                nextUpdate.filter(at -> scene == Scene.MAINTENANCE),
                drawn,
                toldRefusal(),
                wayOn,
                leadsToPlace(),
                announcement,
                demo);
    }
}
