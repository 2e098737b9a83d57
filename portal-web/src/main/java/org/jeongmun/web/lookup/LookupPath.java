package org.jeongmun.web.lookup;

import java.util.Optional;

/**
 * A URL below {@code /lookup/}, taken apart.
 *
 * @param plugin the first segment
 * @param path all that follows it
 */
record LookupPath(String plugin, String path) {
    static final String PREFIX = "/lookup/";

    /** @return empty when there is no plugin or no path in it */
    static Optional<LookupPath> of(String rawPath) {
        if (!rawPath.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int slash = rawPath.indexOf('/', PREFIX.length());
        return slash < 0
                ? Optional.empty()
                : Optional.of(new LookupPath(rawPath.substring(PREFIX.length(), slash), rawPath.substring(slash + 1)));
    }
}
