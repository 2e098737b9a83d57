package org.jeongmun.acceptance.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as it came over the wire.
 *
 * @param status 0 where the connection was closed without a word
 * @param headers in their order, as {@code name: value}
 * @param body of a plain or chunked answer
 */
public record RawResponse(int status, List<String> headers, String body) {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final RawResponse NOTHING = new RawResponse(0, List.of(), "");

    /** @return the values of a header, whatever its case */
    public List<String> all(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .toList();
    }

    /** @return the value of a header that comes once, else nothing */
    public Optional<String> header(String name) {
        List<String> values = all(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** @return the headers without those that may differ between two equal answers */
    public List<String> constantHeaders() {
        return headers.stream()
                .filter(line -> !line.regionMatches(true, 0, "Date:", 0, 5))
                .filter(line -> !line.regionMatches(true, 0, "Connection:", 0, 11))
                .filter(line -> !line.regionMatches(true, 0, "Transfer-Encoding:", 0, 18))
                .sorted()
                .toList();
    }

    static RawResponse read(InputStream in) throws IOException {
        byte[] bytes = everything(in);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) {
            // An HTTP/0.9 answer has neither status nor headers.
            return bytes.length == 0 ? NOTHING : new RawResponse(0, List.of(), utf8(text));
        }
        List<String> lines = new ArrayList<>(text.substring(0, end).lines().toList());
        int status = Integer.parseInt(lines.remove(0).split(" ")[1]);
        boolean chunked = lines.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        String body = text.substring(end + 4);
        return new RawResponse(status, List.copyOf(lines), utf8(chunked ? joined(body) : body));
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (true) {
            int lineEnd = chunks.indexOf("\r\n", at);
            if (lineEnd < 0) {
                return body.toString();
            }
            int length =
                    Integer.parseInt(chunks.substring(at, lineEnd).split(";")[0].trim(), 16);
            if (length == 0) {
                return body.toString();
            }
            body.append(chunks, lineEnd + 2, Math.min(chunks.length(), lineEnd + 2 + length));
            at = lineEnd + 2 + length + 2;
        }
    }

    /* A connection that was asked to be upgraded is not always closed after the answer. */
    private static boolean isWhole(String soFar) {
        int end = soFar.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        Matcher length = CONTENT_LENGTH.matcher(soFar.substring(0, end));
        return soFar.startsWith("HTTP/1.1 101")
                || length.find() && soFar.length() - end - 4 >= Integer.parseInt(length.group(1));
    }

    private static byte[] everything(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            int read = in.read(piece);
            while (read >= 0) {
                all.write(piece, 0, read);
                read = isWhole(all.toString(StandardCharsets.ISO_8859_1)) ? -1 : in.read(piece);
            }
        } catch (SocketException | SocketTimeoutException closedHard) {
            // What came before counts; a server may reset a connection whose request it did not read to the end.
            return all.toByteArray();
        }
        return all.toByteArray();
    }
}
