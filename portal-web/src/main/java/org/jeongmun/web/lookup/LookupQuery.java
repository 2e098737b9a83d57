package org.jeongmun.web.lookup;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query of a look-up, taken apart. */
final class LookupQuery {
    private static final int LONGEST = 2_000;
    private static final int MOST_PARAMETERS = 32;

    private LookupQuery() {}

    /** @return the parameters; empty when the query is too long or cannot be read */
    static Optional<Map<String, List<String>>> of(HttpServletRequest request) throws IOException {
        String query = request.getQueryString();
        if (query == null) {
            return Optional.of(Map.of());
        }
        if (query.length() > LONGEST || !isPercentEncoded(query)) {
            return Optional.empty();
        }
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters.size() > MOST_PARAMETERS ? Optional.empty() : Optional.of(parameters);
    }

    /** The server leaves a parameter out that it cannot decode, and the search would be a wider one than was meant. */
    private static boolean isPercentEncoded(String query) {
        for (int at = query.indexOf('%'); at >= 0; at = query.indexOf('%', at + 1)) {
            if (at + 2 >= query.length()
                    || Character.digit(query.charAt(at + 1), 16) < 0
                    || Character.digit(query.charAt(at + 2), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
