package org.jeongmun.pluginhost;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes a plugin's body into memory, up to a limit. */
final class BoundedBody extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int most;
    private boolean overflowed;

    BoundedBody(int most) {
        this.most = most;
    }

    /** @return whether more was written than fits, also when the plugin swallowed the exception */
    boolean overflowed() {
        return overflowed;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    @Override
    public void write(int octet) throws TooLongException {
        makeRoomFor(1);
        bytes.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws TooLongException {
        makeRoomFor(length);
        bytes.write(octets, offset, length);
    }

    private void makeRoomFor(int length) throws TooLongException {
        if (overflowed || length > most - bytes.size()) {
            overflowed = true;
            throw new TooLongException(most);
        }
    }

    /** More was written than the limit. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(int most) {
            super("The body of a look-up has at most %d bytes.".formatted(most));
        }
    }
}
