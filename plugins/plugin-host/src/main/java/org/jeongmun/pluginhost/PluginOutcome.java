package org.jeongmun.pluginhost;

import org.jeongmun.schedule.Belonging;

/** What a call of a plugin came to; the metric's tag. */
enum PluginOutcome {
    MEMBER,
    NOT_MEMBER,
    UNDETERMINED,
    ANSWERED,
    /** The same was answered before, so it was not asked again. */
    REPEATED,
    /** It wrote a further piece of a long answer. */
    CONTINUED,
    /** Availability was closed, so the portal answers instead. */
    CLOSED,
    /** An exception or error came out of it. */
    THREW,
    /** It returned {@code null}. */
    NOTHING,
    /** It refused settings that it took when the campaign was applied. */
    INVALID_SETTINGS,
    /** It took longer than its limit. */
    LATE,
    /** It wrote more than its limit. */
    TOO_LONG,
    /** It was not asked: its places are all in use, or it rests after late calls. */
    BUSY,
    /** This installation does not have it. */
    MISSING;

    /** @return whether it is a verdict on somebody, and no excuse */
    boolean isClear() {
        return belonging() != Belonging.UNCLEAR;
    }

    /** @return what it means for a cohort: only a clear verdict is a clear answer */
    Belonging belonging() {
        return switch (this) {
            case MEMBER -> Belonging.YES;
            case NOT_MEMBER -> Belonging.NO;
            default -> Belonging.UNCLEAR;
        };
    }
}
