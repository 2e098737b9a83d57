package org.jeongmun.web.journey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What {@code portal.public.url} says about the address that citizens use. */
final class PublicUrl {
    private PublicUrl() {}

    static boolean isSecure(String url) {
        return url.strip().toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** @return scheme, host and port as a browser sends them; empty when it is no such address */
    static Optional<String> originOf(String url) {
        try {
            URI uri = URI.create(url.strip().toLowerCase(Locale.ROOT));
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            boolean usual = uri.getPort() == -1
                    || uri.getScheme().equals("https") && uri.getPort() == 443
                    || uri.getScheme().equals("http") && uri.getPort() == 80;
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
