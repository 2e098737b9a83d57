package org.jeongmun.web.journey;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a form was sent from a page of this portal, as far as the browser tells. Our pages ask browsers to send no
 * referrer, and then some send {@code Origin: null}; that counts as not told, and the token decides.
 *
 * @param origin the header of that name
 * @param fetchSite the header {@code Sec-Fetch-Site}
 */
record FormOrigin(Optional<String> origin, Optional<String> fetchSite) {
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** @param own the portal's own origins, in lower case */
    boolean isAmong(Set<String> own) {
        boolean from = origin.map(text -> text.toLowerCase(Locale.ROOT))
                .map(text -> text.equals("null") || own.contains(text))
                .orElse(true);
        return from && fetchSite.map(OWN_SITES::contains).orElse(true);
    }
}
