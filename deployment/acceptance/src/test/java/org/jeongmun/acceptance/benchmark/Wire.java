package org.jeongmun.acceptance.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One kept connection that asks and reads, with as little work of its own as possible. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_IN_MILLISECONDS = 130_000;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final String rest;
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;

    /** @param key a partner's, or {@code null} for none */
    Wire(URI portal, String key) throws IOException {
        socket = new Socket(portal.getHost(), portal.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        rest = " HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\n"
                + (key == null ? "" : "X-Partner-Key: " + key + "\r\n") + "\r\n";
    }

    /** @return the status, when the whole answer has come */
    int get(String target) throws IOException {
        socket.getOutputStream().write(("GET " + target + rest).getBytes(StandardCharsets.US_ASCII));
        String line = line();
        int status = Integer.parseInt(line.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "Transfer-Encoding:", 0, 18)) {
                chunked = true;
            }
        }
        if (chunked) {
            for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
                skip(chunk);
                line();
            }
            line();
        } else {
            skip(length);
        }
        return status;
    }

    /** @return how many bytes of bodies have come */
    long bytes() {
        return bytes;
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().strip(), 16);
    }

    private void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("The answer broke off.");
            }
            left -= read;
        }
        bytes += length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was not kept.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
