package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jeongmun.identity.Fields;
import org.jeongmun.web.config.PublicUrl;
import org.jeongmun.web.config.Setting;
import org.jeongmun.web.keys.PortalKeys;

/**
 * Reads and writes what people carry. Cookies live as long as the browser's window, and no longer than their kind says
 * by the node's own clock: how long a cookie is good for has nothing to do with when booking opens.
 */
@ApplicationScoped
public class JourneyCookies {
    private static final String SECURE_PREFIX = "__Host-";

    private final PortalKeys keys;
    private final InstantSource clock;
    private final boolean secure;

    /** For the container's proxy. */
    protected JourneyCookies() {
        this(null, InstantSource.system(), false);
    }

    /** Settles by {@code portal.public.url} whether cookies are for https alone. */
    @Inject
    public JourneyCookies(PortalKeys keys) {
        this(
                keys,
                InstantSource.system(),
                Setting.PUBLIC_URL.value().filter(PublicUrl::isSecure).isPresent());
    }

    private JourneyCookies(PortalKeys keys, InstantSource clock, boolean secure) {
        this.keys = keys;
        this.clock = clock;
        this.secure = secure;
    }

    /** @return what the request carries of that kind; empty when it is missing, foreign, altered or too old */
    public <T> Optional<T> read(Carried<T> kind, HttpServletRequest request) {
        return value(kind.name(), request)
                .flatMap(text -> new Seal(keys.ring()).open(kind.name(), text, clock.instant()))
                .flatMap(content -> unpack(kind, content));
    }

    /** @return the bare value of the cookie of that name, which is given without prefix */
    public Optional<String> value(String name, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        String whole = nameOf(name);
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(whole)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** A cookie of an older portal is genuine and yet not to be understood: it counts as missing. */
    private static <T> Optional<T> unpack(Carried<T> kind, byte[] content) {
        try {
            return Optional.of(kind.fromFields().apply(Fields.fromBytes(content)));
        } catch (RuntimeException notOfThisKind) {
            return Optional.empty();
        }
    }

    /** Gives the client something to carry. */
    public <T> void write(Carried<T> kind, T thing, HttpServletResponse response) {
        Instant expiresAt = clock.instant().plus(kind.validFor());
        byte[] content = Fields.toBytes(kind.toFields().apply(thing));
        set(kind.name(), new Seal(keys.ring()).seal(kind.name(), content, expiresAt), response);
    }

    /** Takes something off the client again. */
    public void drop(Carried<?> kind, HttpServletResponse response) {
        drop(kind.name(), response);
    }

    /** Gives the client a bare value to carry. */
    public void set(String name, String value, HttpServletResponse response) {
        set(name, value, "", response);
    }

    /** Takes a bare value off the client again. */
    public void drop(String name, HttpServletResponse response) {
        set(name, "", "; Max-Age=0", response);
    }

    private void set(String name, String value, String life, HttpServletResponse response) {
        String attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
        response.addHeader("Set-Cookie", nameOf(name) + "=" + value + attributes + life);
    }

    private String nameOf(String name) {
        return secure ? SECURE_PREFIX + name : name;
    }
}
