package org.jeongmun.web.desk;

import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jeongmun.identity.Hmac;
import org.jeongmun.lock.route.Hosts;

/**
 * Tells an operator at this machine from a page of elsewhere in the operator's browser. The desk answers to the names
 * of its own machine alone, and takes a form only from its own page, with a token of this process that is half a day
 * old at the most. Safe for many threads.
 */
@Singleton
public final class DeskGuard {
    private static final Hosts THIS_MACHINE = Hosts.ofThisMachine();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long HOURS_OF_A_TOKEN = 12;

    private final Hmac hmac;
    private final LongSupplier nanoTime;

    DeskGuard() {
        this(System::nanoTime);
    }

    DeskGuard(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        hmac = new Hmac(key);
    }

    /** @return for the hidden input of every form of the desk */
    String token() {
        return token(hour());
    }

    /** @return whether the request names this machine, once, as its host */
    public boolean isMeant(HttpServletRequest request) {
        return THIS_MACHINE.areMeantBy(request.getHeaders("Host"), false, request::getLocalAddr);
    }

    /** @return whether the form is one of the desk's own */
    boolean isGenuine(HttpServletRequest request) {
        return isFromTheDesk(request) && isOurs(request.getParameter("token"));
    }

    /** @return whether a page of the desk has sent it, be it one of yesterday or of the process before this one */
    boolean isFromTheDesk(HttpServletRequest request) {
        return isMeant(request) && isOfThisOrigin(request);
    }

    private static boolean isOfThisOrigin(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return (site == null || site.equals("same-origin"))
                && only(request.getHeaders("Origin"))
                        .equals(host(request).map(host -> request.getScheme() + "://" + host));
    }

    private boolean isOurs(String sent) {
        if (sent == null) {
            return false;
        }
        long now = hour();
        boolean ours = false;
        for (long hour = now; hour > now - HOURS_OF_A_TOKEN; hour--) {
            ours |= MessageDigest.isEqual(bytes(token(hour)), bytes(sent));
        }
        return ours;
    }

    private String token(long hour) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.of(bytes("desk " + hour)));
    }

    private long hour() {
        return TimeUnit.NANOSECONDS.toHours(nanoTime.getAsLong());
    }

    private static Optional<String> host(HttpServletRequest request) {
        return only(request.getHeaders("Host")).map(host -> host.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> only(Enumeration<String> values) {
        if (values == null || !values.hasMoreElements()) {
            return Optional.empty();
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? Optional.empty() : Optional.of(first);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
