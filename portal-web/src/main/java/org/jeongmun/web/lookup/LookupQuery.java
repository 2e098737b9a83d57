package org.jeongmun.web.lookup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The query of a look-up, taken apart. Nothing of it is refused here: which parameters matter is known to the plugin
 * alone, and what it does not know is ignored, whatever it says. How long a query can be, the server limits.
 */
final class LookupQuery {
    /** What the decoder would refuse, or take for a letter; the rest that is no UTF-8 it marks by itself. */
    private static final Pattern UNREADABLE = Pattern.compile("%(?![0-9A-Fa-f]{2})|[^\\x00-\\x7F]");

    private static final String MARK = "%EF%BF%BD";

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
        return URLDecoder.decode(UNREADABLE.matcher(text).replaceAll(MARK), StandardCharsets.UTF_8);
    }
}
