package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.web.config.PublicUrl;
import org.jeongmun.web.config.Setting;
import org.jeongmun.web.keys.PortalKeys;

/**
 * Tells forms that somebody filled in on our page from forms that another site sends in their name. Each form holds a
 * token that only who has the browser's visitor cookie can have got from us.
 */
@ApplicationScoped
public class FormGuard {
    /** The name of the hidden input. */
    public static final String FIELD = "csrf";

    private final JourneyCookies cookies;
    private final PortalKeys keys;
    private final Optional<String> publicOrigin;

    /** For the container's proxy. */
    protected FormGuard() {
        this.cookies = null;
        this.keys = null;
        this.publicOrigin = Optional.empty();
    }

    /** Brings the parts together. */
    @Inject
    public FormGuard(JourneyCookies cookies, PortalKeys keys) {
        this.cookies = cookies;
        this.keys = keys;
        this.publicOrigin = Setting.PUBLIC_URL.value().flatMap(PublicUrl::originOf);
    }

    /** @return the token for the forms of this answer; a browser without a visitor cookie is given one */
    public String tokenFor(HttpServletRequest request, HttpServletResponse response) {
        Optional<Visitor> known = cookies.read(Visitor.CARRIED, request);
        if (known.isPresent()) {
            return token(known.get());
        }
        Visitor visitor = Visitor.random();
        cookies.write(Visitor.CARRIED, visitor, response);
        return token(visitor);
    }

    /**
     * Whether a form came from a page that this browser got from us.
     *
     * @param token that {@link #tokenFor} gave for this request; where the browser had no visitor cookie it is a new
     *     one, and no form can have been sent with it
     */
    public boolean isGenuine(HttpServletRequest request, String token) {
        FormOrigin origin = new FormOrigin(
                Optional.ofNullable(request.getHeader("Origin")),
                Optional.ofNullable(request.getHeader("Sec-Fetch-Site")));
        String sent = request.getParameter(FIELD);
        return sent != null && token != null && origin.isAmong(ownOrigins(request)) && isEqual(token, sent);
    }

    private Set<String> ownOrigins(HttpServletRequest request) {
        Set<String> own = new HashSet<>();
        publicOrigin.ifPresent(own::add);
        String host = request.getHeader("Host");
        if (host != null) {
            own.add((request.getScheme() + "://" + host).toLowerCase(Locale.ROOT));
        }
        return own;
    }

    private String token(Visitor visitor) {
        byte[] token = keys.ring().hmacFor("form token").of(visitor.id().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static boolean isEqual(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
