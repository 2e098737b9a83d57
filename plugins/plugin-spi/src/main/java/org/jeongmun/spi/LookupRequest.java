package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a partner asks.
 *
 * @param path one of the plugin's declared paths, spelled exactly so
 * @param parameters the query's parameters, percent-decoded as UTF-8, in the order of their values; whatever the client
 *     sent, so hostile until checked; U+FFFD stands for whatever is no percent-encoded UTF-8
 * @param partner the id of the partner who asks, lower-case ASCII, checked by the portal; empty for the public
 * @param portal the address of the portal, without a path, for full links
 */
public record LookupRequest(String path, Map<String, List<String>> parameters, Optional<String> partner, URI portal) {

    /** Keeps a copy that nobody can change. */
    public LookupRequest {
        requireNonNull(path, "path");
        requireNonNull(partner, "partner");
        requireNonNull(portal, "portal");
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    /** What somebody without a contract asks of a portal that is nowhere, for tests. */
    public LookupRequest(String path, Map<String, List<String>> parameters) {
        this(path, parameters, Optional.empty(), URI.create("https://portal.invalid"));
    }

    /**
     * Reads a parameter that is meant to be given once.
     *
     * @param name the parameter's name, compared exactly
     * @return its first value; empty if it is absent, and also if its value is the empty text, as forms send it
     */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }
}
