package org.jeongmun.pluginhost;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What follows the first piece of a long answer. Between two pieces it holds no thread and no place of the plugin's,
 * and each piece is asked for within the limits of a call. For one who asks at a time.
 */
public interface RestOfAnswer {
    /** For how long a long answer may take, the client's slowness included. */
    Duration LONGEST = Duration.ofMinutes(2);

    /**
     * @return the next piece, when it is there; never exceptionally. Not to be called again before, nor after the last
     */
    CompletableFuture<Piece> next();

    /** Ends the answer, whole or not; it has no next piece any more. May be called again. */
    void end();

    /**
     * A piece, or why there is none.
     *
     * @param bytes all of it, at most {@link GuardedLookups#LONGEST_BODY}; not to be changed; none when it was cut off
     * @param kind whether there is more
     */
    record Piece(byte[] bytes, Kind kind) {
        /** The answer breaks off. */
        public static final Piece CUT_OFF = new Piece(new byte[0], Kind.CUT_OFF);
    }

    /** What a piece says of those that follow. */
    enum Kind {
        /** There is another. */
        MORE,
        /** It was the last: the answer is whole. */
        LAST,
        /** Here the answer breaks off: the plugin failed, availability closed, or a limit is reached. */
        CUT_OFF
    }
}
