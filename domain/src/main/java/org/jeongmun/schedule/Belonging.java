package org.jeongmun.schedule;

/**
 * Whether somebody belongs to a group, in three values (Kleene's): what is not clear stays unclear until something that
 * is clear decides without it. Nobody is ever let in by an answer that was not given, also not by its opposite.
 */
public enum Belonging {
    /** They belong to it. */
    YES,
    /** They do not. */
    NO,
    /** Nobody can tell now. */
    UNCLEAR;

    /** @return the opposite; of what is not clear, the opposite is not clear either */
    public Belonging not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNCLEAR -> UNCLEAR;
        };
    }

    /** @return whether they belong to both */
    public Belonging and(Belonging other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNCLEAR;
    }

    /** @return whether they belong to either */
    public Belonging or(Belonging other) {
        return not().and(other.not()).not();
    }
}
