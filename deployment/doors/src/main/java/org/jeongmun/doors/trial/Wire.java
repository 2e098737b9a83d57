package org.jeongmun.doors.trial;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.doors.inventory.Listener;

/**
 * A connection to one listener that sends bytes as they are told, and never repairs or refuses a request as a client
 * would. It is opened when it is needed and again when the other side has ended it. For one thread.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int SILENCE_MILLIS = 150;
    private static final int RETRIES = 2;
    private static final int LONGEST_LINE = 16_384;
    private static final int LONGEST_BODY = 1 << 22;
    private static final Answer NONE = new Answer(0, List.of(), "");

    private final Listener listener;
    private Socket socket;
    private InputStream in;
    private boolean endless;

    Wire(Listener listener) {
        this.listener = listener;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param method of the request, by which an answer has a body or none
     * @return an answer of status 0 where the other side has ended the connection without one
     * @throws IOException when nobody is there
     */
    Answer send(String method, String request) throws IOException {
        Answer answer = tried(method, request);
        // A connection may end under a request, idle or by a busy machine; that is no answer. What never answers stays
        // so.
        for (int again = 0; answer == NONE && again < RETRIES; again++) {
            answer = tried(method, request);
        }
        return answer;
    }

    private Answer tried(String method, String request) throws IOException {
        connect();
        Answer answer;
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            answer = read(method);
        } catch (IOException ended) {
            answer = NONE;
        }
        if (endless || answer.isLast() || method.equals("CONNECT")) {
            close();
        }
        return answer;
    }

    private void connect() throws IOException {
        if (socket != null) {
            return;
        }
        Socket opened = new Socket();
        try {
            opened.connect(new InetSocketAddress(listener.host(), listener.port()), PATIENCE_MILLIS);
            opened.setSoTimeout(PATIENCE_MILLIS);
            opened.setTcpNoDelay(true);
            in = new BufferedInputStream(opened.getInputStream());
            socket = opened;
            endless = false;
        } catch (IOException refused) {
            opened.close();
            throw refused;
        }
    }

    private Answer read(String method) throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.")) {
            return new Answer(0, List.of(), first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        List<String> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            headers.add(line);
        }
        Answer head = new Answer(status, headers, "");
        if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
            return head;
        }
        return new Answer(status, headers, new String(body(head), StandardCharsets.UTF_8));
    }

    private byte[] body(Answer head) throws IOException {
        if (head.header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return chunks();
        }
        if (head.has("content-length")) {
            return exactly(Integer.parseInt(head.header("content-length").orElseThrow(EOFException::new)));
        }
        return untilItEnds();
    }

    /* An answer that tells no length ends with the connection. */
    private byte[] untilItEnds() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        endless = true;
        socket.setSoTimeout(SILENCE_MILLIS);
        // Nothing more will be asked: so the other side ends it as soon as it has said everything.
        socket.shutdownOutput();
        try {
            for (int next = in.read(); next >= 0 && whole.size() < LONGEST_BODY; next = in.read()) {
                whole.write(next);
            }
        } catch (SocketTimeoutException silent) {
            return whole.toByteArray();
        }
        return whole.toByteArray();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line().split(";")[0].strip(), 16);
            whole.write(exactly(length));
            line();
            if (length == 0) {
                return whole.toByteArray();
            }
        }
    }

    private byte[] exactly(int length) throws IOException {
        if (length < 0 || length > LONGEST_BODY) {
            throw new IOException("a body of " + length);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a body in part");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("a line in part");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        if (socket == null) {
            return;
        }
        try {
            socket.close();
        } catch (IOException closed) {
            // It is gone either way.
        }
        socket = null;
    }
}
