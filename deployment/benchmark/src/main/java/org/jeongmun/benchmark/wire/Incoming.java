package org.jeongmun.benchmark.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The bytes of one answer as they come in, until it is whole. */
final class Incoming {
    private static final int MOST = 8 << 20;

    private byte[] bytes = new byte[16 << 10];
    private int length;
    private String head;
    private int bodyAt;
    private int bodyLength;
    private boolean chunked;
    private int chunkAt;
    private final StringBuilder chunks = new StringBuilder();

    /** @return whether nothing of an answer has come yet */
    boolean isEmpty() {
        return length == 0;
    }

    /** Takes what was read. @return the answer, once it is whole */
    Optional<Answer> add(ByteBuffer read) throws IOException {
        int more = read.remaining();
        if (length + more > MOST) {
            throw new IOException("answer too long");
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
        read.get(bytes, length, more);
        length += more;
        if (head == null && !readHead()) {
            return Optional.empty();
        }
        return chunked ? fromChunks() : fromLength();
    }

    private boolean readHead() throws IOException {
        for (int at = 3; at < length; at++) {
            if (bytes[at] == '\n' && bytes[at - 1] == '\r' && bytes[at - 2] == '\n' && bytes[at - 3] == '\r') {
                head = text(0, at - 3);
                bodyAt = at + 1;
                readFraming();
                return true;
            }
        }
        return false;
    }

    private void readFraming() throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        chunked = lower.contains("\r\ntransfer-encoding: chunked");
        chunkAt = bodyAt;
        int field = lower.indexOf("\r\ncontent-length:");
        if (field >= 0) {
            int from = field + "\r\ncontent-length:".length();
            int end = lower.indexOf('\r', from);
            bodyLength = Integer.parseInt(
                    lower.substring(from, end < 0 ? lower.length() : end).strip());
        } else if (!chunked && status() >= 200 && status() != 204 && status() != 304) {
            throw new IOException("answer without a length");
        }
    }

    private int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    private Optional<Answer> fromLength() {
        if (length < bodyAt + bodyLength) {
            return Optional.empty();
        }
        return whole(text(bodyAt, bodyAt + bodyLength));
    }

    private Optional<Answer> fromChunks() {
        while (true) {
            int end = lineEnd(chunkAt);
            if (end < 0) {
                return Optional.empty();
            }
            int size = Integer.parseInt(text(chunkAt, end).strip(), 16);
            int from = end + 2;
            if (length < from + size + 2) {
                return Optional.empty();
            }
            if (size == 0) {
                return whole(chunks.toString());
            }
            chunks.append(text(from, from + size));
            chunkAt = from + size + 2;
        }
    }

    private int lineEnd(int from) {
        for (int at = from; at + 1 < length; at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private Optional<Answer> whole(String body) {
        Answer answer = new Answer(status(), head, body);
        length = 0;
        head = null;
        bodyLength = 0;
        chunks.setLength(0);
        return Optional.of(answer);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
