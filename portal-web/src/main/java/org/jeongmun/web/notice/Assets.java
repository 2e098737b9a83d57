package org.jeongmun.web.notice;

import java.util.Map;
import org.jeongmun.lock.route.PortalRoutes;

/** What the static files of the list of routes are. A new file needs a line here and a mapping in {@code web.xml}. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "/assets/portal.css", "text/css;charset=UTF-8",
            "/favicon.ico", "image/vnd.microsoft.icon",
            "/robots.txt", "text/plain;charset=UTF-8");

    static {
        if (!TYPES.keySet().equals(PortalRoutes.ASSETS)) {
            throw new IllegalStateException("The gate knows other files than those that are served: %s and %s."
                    .formatted(PortalRoutes.ASSETS, TYPES.keySet()));
        }
    }

    private Assets() {}

    static String typeOf(String path) {
        return TYPES.get(path);
    }

    /** @return where the web application keeps the file; out of reach of the container's own file server */
    static String resourceOf(String path) {
        return "/WEB-INF/assets/" + path.substring(path.lastIndexOf('/') + 1);
    }
}
