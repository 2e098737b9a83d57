package org.jeongmun.doors.trial;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the server answers by itself before anybody of ours sees the request, as decisions 0003 and 0012 list it:
 * without a word of content, a cookie or an effect.
 */
final class ContainerRefusal {
    private static final Pattern INCOMPLETE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern NO_HOST = Pattern.compile("(?i)[a-z]+:/{0,3}(/.*)?");

    /** The server stumbles over such an ending where its buffer has held no longer target before. */
    private static final Pattern ENDS_IN_DOTS = Pattern.compile("/(?:\\.|%2[eE]){1,2}$");

    private final boolean outerLock;

    /** @param outerLock whether it stands in front of what the server answers for its own folders */
    ContainerRefusal(boolean outerLock) {
        this.outerLock = outerLock;
    }

    /** @return whether the server answers such a target with an empty 200, of which it does not even tell the length */
    static boolean hasNoLength(String target) {
        return INCOMPLETE_PERCENT.matcher(target).find()
                || NO_HOST.matcher(target).matches();
    }

    /** @return whether this is one of the listed refusals */
    boolean is(Answer answer, Way way) {
        if (!answer.body().isEmpty() || answer.has("set-cookie") || answer.has("x-portal-gate")) {
            return false;
        }
        String target = way.spelling().target();
        return switch (answer.status()) {
            case 400, 505 -> !answer.has("location");
            case 405 -> way.method().equals("TRACE");
            case 200 ->
                !answer.has("content-type")
                        && (hasNoLength(target) || ENDS_IN_DOTS.matcher(target).find());
            case 401 -> !outerLock && target.endsWith("/j_security_check");
            case 404 -> !outerLock && isInnerFolder(target);
            case 301, 302 -> isToTheFolder(answer, target);
            default -> false;
        };
    }

    private static boolean isInnerFolder(String target) {
        String upper = target.toUpperCase(Locale.ROOT);
        return upper.contains("WEB-INF") || upper.contains("META-INF");
    }

    /* From a folder to the same with a slash: it tells that the folder is there, and nothing else. */
    private static boolean isToTheFolder(Answer answer, String target) {
        return !target.endsWith("/")
                && answer.header("location")
                        .filter(location -> location.endsWith(target + "/"))
                        .isPresent();
    }
}
