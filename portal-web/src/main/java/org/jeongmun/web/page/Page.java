package org.jeongmun.web.page;

import java.util.Map;
import java.util.Optional;

/** One page of the portal, as it is in one request. */
public interface Page {
    /** Takes the form, if one was sent, and finds what there is to show. Comes first, and once. */
    void act();

    /**
     * What a page that has acted, and has nothing to refuse, shows beside the frame and its reader's own parts.
     *
     * @return equal for all who are shown the same; empty where hardly anybody is
     */
    default Optional<Object> shown() {
        return Optional.empty();
    }

    /** @return those parts of a page that has acted which are its reader's own, by name, as mark-up */
    default Map<String, String> own() {
        return Map.of();
    }
}
