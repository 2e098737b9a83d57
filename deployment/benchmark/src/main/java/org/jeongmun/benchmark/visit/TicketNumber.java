package org.jeongmun.benchmark.visit;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Reads the number off a ticket, as anybody could who carries one: it is signed, not sealed. */
final class TicketNumber {
    /** After version, key and kind, the mark of the window and that of the person. */
    private static final int AT = 3 + Long.BYTES + 2 * Long.BYTES;

    private TicketNumber() {}

    /** @throws IllegalArgumentException for what is no ticket */
    static long of(String ticket) {
        byte[] content = Base64.getUrlDecoder().decode(ticket);
        if (content.length < AT + Long.BYTES) {
            throw new IllegalArgumentException("A ticket has more than %d bytes.".formatted(content.length));
        }
        return ByteBuffer.wrap(content).getLong(AT);
    }
}
