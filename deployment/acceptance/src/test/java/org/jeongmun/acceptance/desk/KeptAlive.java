package org.jeongmun.acceptance.desk;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection that is kept, request after request. */
final class KeptAlive implements AutoCloseable {
    private static final int PATIENCE_IN_MILLISECONDS = 15_000;

    private final Socket socket = new Socket();
    private final String host;

    KeptAlive(URI base) throws IOException {
        host = base.getAuthority();
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_IN_MILLISECONDS);
        socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
    }

    /** Asks for the headers of a path. @return the status */
    int head(String target) throws IOException {
        String request = "HEAD %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(target, host);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return Integer.parseInt(headers(socket.getInputStream()).split(" ")[1]);
    }

    private static String headers(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The connection was not kept.");
            }
            read.write(next);
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
