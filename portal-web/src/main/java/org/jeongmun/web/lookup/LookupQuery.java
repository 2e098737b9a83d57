package org.jeongmun.web.lookup;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The query of a look-up, taken apart. Nothing of it is refused here: which parameters matter is known to the plugin
 * alone, and what it does not know is ignored, whatever it says. How long a query can be, the server limits.
 */
final class LookupQuery {
    private static final byte[] UNREADABLE = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private LookupQuery() {}

    /**
     * Takes a query apart; pure.
     *
     * @param query as it was sent; {@code null} where there is none
     * @return the parameters; what is not percent-encoded UTF-8 is U+FFFD. It stays in its place: without it, or
     *     without its parameter, a search would be a wider one than was meant.
     */
    static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int end = pair.indexOf('=');
                String name = decoded(end < 0 ? pair : pair.substring(0, end));
                String value = end < 0 ? "" : decoded(pair.substring(end + 1));
                parameters.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '+') {
                bytes.write(' ');
            } else if (letter == '%' && isEscape(text, at)) {
                bytes.write(Integer.parseInt(text, at + 1, at + 3, 16));
                at += 2;
            } else if (letter == '%' || letter > 0x7F) {
                bytes.writeBytes(UNREADABLE);
            } else {
                bytes.write(letter);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char letter) {
        return letter <= 'f' && Character.digit(letter, 16) >= 0;
    }
}
