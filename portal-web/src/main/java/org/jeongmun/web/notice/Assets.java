package org.jeongmun.web.notice;

import java.util.Map;
import java.util.Set;

/** The finite list of static files. A new file needs a line here and a mapping in {@code web.xml}. */
public final class Assets {
    /** The exact path of each file. */
    public static final Set<String> PATHS;

    private static final Map<String, String> TYPES = Map.of(
            "/assets/portal.css", "text/css;charset=UTF-8",
            "/favicon.ico", "image/vnd.microsoft.icon",
            "/robots.txt", "text/plain;charset=UTF-8");

    static {
        PATHS = TYPES.keySet();
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
