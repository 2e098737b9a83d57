package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.Function;

/** What a look-up came to, ready to be sent. */
public sealed interface LookupOutcome {

    /**
     * The plugin answered.
     *
     * @param status 200 to 599, never a redirect
     * @param contentType the media type
     * @param headers further headers, none that the portal keeps to itself
     * @param body all of it, at most {@link GuardedLookups#LONGEST_BODY} bytes; not to be changed
     */
    record Answered(int status, String contentType, Map<String, String> headers, byte[] body) implements LookupOutcome {
        /** Refuses missing parts. */
        public Answered {
            requireNonNull(contentType, "contentType");
            headers = Map.copyOf(headers);
            requireNonNull(body, "body");
        }
    }

    /** Availability was closed while the plugin asked: the constant closed answer is due, whatever the plugin said. */
    record Closed() implements LookupOutcome {}

    /** No plugin declared this path: 404 while open. */
    record Unknown() implements LookupOutcome {}

    /** The plugin threw, hung, answered nothing or too much: a constant 502 is due that tells nothing of it. */
    record Failed() implements LookupOutcome {}

    /**
     * Turns whatever came into one answer.
     *
     * @param onAnswered when the plugin answered
     * @param onClosed when availability is closed
     * @param onUnknown when there is no such path
     * @param onFailed when the plugin failed
     * @param <T> the answer's type
     * @return what the function chosen returned
     */
    default <T> T fold(
            Function<Answered, T> onAnswered,
            Function<Closed, T> onClosed,
            Function<Unknown, T> onUnknown,
            Function<Failed, T> onFailed) {
        if (this instanceof Answered answered) {
            return onAnswered.apply(answered);
        }
        if (this instanceof Closed closed) {
            return onClosed.apply(closed);
        }
        if (this instanceof Unknown unknown) {
            return onUnknown.apply(unknown);
        }
        return onFailed.apply((Failed) this);
    }
}
