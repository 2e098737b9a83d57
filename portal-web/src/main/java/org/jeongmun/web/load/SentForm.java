package org.jeongmun.web.load;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** What a request brings as our forms are sent, and whether the server could take it. */
public final class SentForm {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/";
    private static final String TOO_LONG = SentForm.class.getName() + ".tooLong";

    private SentForm() {}

    /** @return whether it brings what our forms are sent as; what is sent in parts is none of ours */
    public static boolean isIn(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && isOfType(FORM, request);
    }

    /** @return whether it is sent in parts: the server would write each to its disk before anybody had looked */
    public static boolean isInParts(HttpServletRequest request) {
        return isOfType(PARTS, request);
    }

    /** Reads it, and notes where it is longer than the server takes: who asks the server again is not told so. */
    public static void read(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException tooLong) {
            request.setAttribute(TOO_LONG, true);
        }
    }

    /** @return whether it has been read, and turned out to be longer than the server takes */
    public static boolean isTooLong(ServletRequest request) {
        return request.getAttribute(TOO_LONG) != null;
    }

    private static boolean isOfType(String start, HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().regionMatches(true, 0, start, 0, start.length());
    }
}
