package org.jeongmun.pluginhost;

import static java.util.Objects.requireNonNull;

import java.util.Map;

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

    /**
     * The plugin has begun a long answer.
     *
     * @param first the answer with its first piece as the body
     * @param rest what follows, to be {@linkplain RestOfAnswer#end() ended} in any case
     */
    record Begun(Answered first, RestOfAnswer rest) implements LookupOutcome {
        /** Refuses missing parts. */
        public Begun {
            requireNonNull(first, "first");
            requireNonNull(rest, "rest");
        }
    }

    /** Availability was closed while the plugin asked: the constant closed answer is due, whatever the plugin said. */
    record Closed() implements LookupOutcome {}

    /** No plugin declared this path: 404 while open. */
    record Unknown() implements LookupOutcome {}

    /** The plugin threw, hung, answered nothing or too much: a constant 502 is due that tells nothing of it. */
    record Failed() implements LookupOutcome {}
}
