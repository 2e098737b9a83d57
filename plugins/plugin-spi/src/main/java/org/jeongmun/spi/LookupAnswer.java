package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;

/**
 * What a partner is told. A plugin says nothing that only the portal may say: it sets no cookie, redirects nobody,
 * opens nothing to other origins and does not speak for the gate.
 *
 * @param status an HTTP status from 200 to 599, without redirects (304 is allowed)
 * @param contentType the media type, with its charset where it has one
 * @param headers further headers, each one of {@link #HEADERS}, spelled like there
 * @param body what writes the body, at once or in {@link Pieces}
 */
public record LookupAnswer(int status, String contentType, Map<String, String> headers, Body body) {

    /** The headers that a plugin may set. */
    public static final Set<String> HEADERS =
            Set.of("Cache-Control", "Content-Language", "ETag", "Expires", "Last-Modified", "Retry-After", "Vary");

    /** @throws IllegalArgumentException if the status or a header is not a plugin's to set */
    public LookupAnswer {
        if (status < 200 || status > 599 || (status / 100 == 3 && status != 304)) {
            throw new IllegalArgumentException(
                    "A look-up answers 200 to 599 and redirects nobody; got status=%d.".formatted(status));
        }
        requireOneLine(contentType, "contentType");
        requireNonNull(body, "body");
        headers = Map.copyOf(headers);
        headers.forEach(LookupAnswer::requireAllowed);
    }

    /** Writes the body of one answer, within the limits of the call. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes everything, once.
         *
         * @param out the portal's; buffered, need not be flushed or closed
         * @throws IOException if the portal does not take more
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A body that is too long to be held in memory, written piece by piece: so a nation's clinics are told by the
     * hundred. The portal asks for a piece when the one before is on its way to the client. In between no thread waits,
     * so neither a slow client nor a long answer holds anybody up; the threads that ask differ, one at a time.
     *
     * <p>Each piece has the limits of a call, time and size, and may use the availability that was lent with it. All
     * pieces together have two minutes and 256 MiB. When a piece fails or availability closes on the way, the answer is
     * cut off: the last two bytes of the piece before are then never sent, so that nobody takes a part for the whole.
     */
    @FunctionalInterface
    public interface Pieces extends Body {
        /**
         * Writes the next piece; something small and complete, such as the lines of a hundred clinics.
         *
         * @param out the portal's; buffered, need not be flushed or closed
         * @return whether another piece follows
         * @throws IOException if the portal does not take more
         */
        boolean writeNext(OutputStream out) throws IOException;

        @Override
        default void writeTo(OutputStream out) throws IOException {
            boolean more;
            do {
                more = writeNext(out);
            } while (more);
        }
    }

    private static void requireAllowed(String name, String value) {
        if (!HEADERS.contains(name)) {
            throw new IllegalArgumentException("A look-up sets only %s; got '%s'.".formatted(HEADERS, name));
        }
        requireOneLine(value, name);
    }

    private static void requireOneLine(String text, String what) {
        requireNonNull(text, what);
        if (!text.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("%s is one line of visible ASCII.".formatted(what));
        }
    }
}
