package org.jeongmun.web.config;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** What {@code portal.public.url} says about the address that citizens use. */
public final class PublicUrl {
    private PublicUrl() {}

    /**
     * The address under which a request knows the portal: the one that is set, else the one that the request names,
     * which the gate has found to be ours.
     */
    public static URI of(HttpServletRequest request) {
        return Setting.PUBLIC_URL
                .value()
                .flatMap(PublicUrl::originOf)
                .map(URI::create)
                .orElseGet(() -> URI.create(request.getScheme() + "://" + authority(request)));
    }

    private static String authority(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getServerName() + (usual ? "" : ":" + port);
    }

    /** @return whether that address is for https alone */
    public static boolean isSecure(String url) {
        return url.strip().toLowerCase(Locale.ROOT).startsWith("https://");
    }

    /** @return scheme, host and port as a browser sends them; empty when it is no such address */
    public static Optional<String> originOf(String url) {
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
