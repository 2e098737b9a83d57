package org.jeongmun.web.partner;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jeongmun.partner.PartnerLimits;

/**
 * How a partner stands after a request.
 *
 * @param verdict whether it was within the limits
 * @param limits what they are
 * @param leftNow requests that may follow at once
 * @param leftToday requests that may follow today
 * @param retryAfter how long to wait where it was not
 * @param untilMidnight how long the day still lasts
 */
public record Standing(
        Verdict verdict,
        PartnerLimits limits,
        long leftNow,
        long leftToday,
        Duration retryAfter,
        Duration untilMidnight) {
    /** Whether a request was within the limits. */
    public enum Verdict {
        /** It was. */
        FINE,
        /** There were too many in this second. */
        TOO_FAST,
        /** The day's quota is spent. */
        QUOTA_SPENT
    }

    /** @return seconds to wait, rounded up, at least one */
    public long retryAfterSeconds() {
        return secondsUp(retryAfter);
    }

    /**
     * The standing as header fields: those of the present draft (RateLimit, RateLimit-Policy), and the three that its
     * earlier versions had, of whichever limit is nearer to its end.
     */
    public Map<String, String> headers() {
        long midnight = secondsUp(untilMidnight);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "RateLimit-Policy",
                "\"second\";q=%d;w=1, \"day\";q=%d;w=86400".formatted(limits.perSecond(), limits.perDay()));
        headers.put("RateLimit", "\"second\";r=%d;t=1, \"day\";r=%d;t=%d".formatted(leftNow, leftToday, midnight));
        boolean dayIsNearer = leftToday < leftNow || verdict == Verdict.QUOTA_SPENT;
        headers.put("RateLimit-Limit", Long.toString(dayIsNearer ? limits.perDay() : limits.perSecond()));
        headers.put("RateLimit-Remaining", Long.toString(Math.min(leftNow, leftToday)));
        headers.put("RateLimit-Reset", Long.toString(dayIsNearer ? midnight : 1));
        return headers;
    }

    private static long secondsUp(Duration duration) {
        return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
    }
}
