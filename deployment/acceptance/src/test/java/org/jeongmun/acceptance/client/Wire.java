package org.jeongmun.acceptance.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One connection that a test speaks on byte by byte and in pieces, and on which it counts the answers: how many come
 * back is the question wherever one server could see two requests and another one.
 */
public final class Wire implements AutoCloseable {
    /*
     * Less than the half minute after which the server ends an idle connection: that is not the end that is asked for.
     */
    private static final int PATIENCE_IN_MILLISECONDS = 25_000;
    private static final RawResponse CLOSED = new RawResponse(0, List.of(), "");

    private final Socket socket;
    private final InputStream in;

    private Wire(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to the listener of {@code base}. */
    public static Wire to(URI base) {
        try {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE_IN_MILLISECONDS);
            return new Wire(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends each character as the one byte of that number. */
    public Wire send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException closed) {
            // Whether the other side has had enough shows in its answer, or in there being none.
            return this;
        }
    }

    /** @return the next answer to a request that expects a body back; status 0 when the connection is closed instead */
    public RawResponse answer() {
        return answer(false);
    }

    /** @return the next answer to a HEAD request */
    public RawResponse answerToHead() {
        return answer(true);
    }

    /** @return every answer up to the end of the connection, which must come */
    public List<RawResponse> answersToTheEnd() {
        List<RawResponse> answers = new ArrayList<>();
        for (RawResponse next = answer(); next.status() != 0; next = answer()) {
            answers.add(next);
        }
        return answers;
    }

    private RawResponse answer(boolean head) {
        try {
            List<String> lines = head();
            if (lines.isEmpty()) {
                return CLOSED;
            }
            int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
            if (status == 100) {
                return answer(head);
            }
            RawResponse bare = new RawResponse(status, List.copyOf(lines), "");
            return head ? bare : new RawResponse(status, bare.headers(), body(bare));
        } catch (SocketTimeoutException open) {
            throw new AssertionError("Neither an answer nor the end of the connection.", open);
        } catch (SocketException closedHard) {
            return CLOSED;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private String body(RawResponse bare) throws IOException {
        Optional<String> encoding = bare.header("Transfer-Encoding");
        if (encoding.filter(value -> value.toLowerCase(Locale.ROOT).equals("chunked"))
                .isPresent()) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int length = chunkLength(); length > 0; length = chunkLength()) {
                whole.write(in.readNBytes(length));
                line();
            }
            line();
            return whole.toString(StandardCharsets.UTF_8);
        }
        Optional<Integer> length = bare.header("Content-Length").map(Integer::valueOf);
        byte[] bytes = length.isPresent() ? in.readNBytes(length.get()) : in.readAllBytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int chunkLength() throws IOException {
        String line = line();
        return line == null ? 0 : Integer.parseInt(line.strip(), 16);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            // Nothing is left to close.
            return;
        }
    }
}
