package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jeongmun.web.keys.PortalKeys;
import org.jeongmun.web.waitingroom.PersonMark;
import org.jeongmun.web.waitingroom.Proof;
import org.jeongmun.web.waitingroom.Proof.Kind;
import org.jeongmun.web.waitingroom.Shown;

/** The tickets and passes that people carry in cookies. They are signed, not sealed: what they say is no secret. */
@ApplicationScoped
public class LineProofs {
    private static final String NAME = "jeongmun-";

    private final PortalKeys keys;
    private final JourneyCookies cookies;

    /** For the container's proxy. */
    protected LineProofs() {
        this(null, null);
    }

    /** Brings the parts together. */
    @Inject
    public LineProofs(PortalKeys keys, JourneyCookies cookies) {
        this.keys = keys;
        this.cookies = cookies;
    }

    /** @return what the request shows of that kind, judged for that person at that time */
    public Shown shown(Kind kind, PersonMark person, Instant now, HttpServletRequest request) {
        Optional<String> text = cookies.value(nameOf(kind), request);
        return text.isEmpty() ? Shown.NOTHING : Shown.judge(keys.signer(), text, kind, person, now);
    }

    /** @return what the request shows of that kind, whosever it is; empty for what this portal has not signed */
    public Optional<Proof> carried(Kind kind, HttpServletRequest request) {
        return cookies.value(nameOf(kind), request)
                .flatMap(text -> keys.signer().read(text))
                .filter(proof -> proof.kind() == kind);
    }

    /** Gives the client a proof to carry. */
    public void write(Proof proof, HttpServletResponse response) {
        cookies.set(nameOf(proof.kind()), keys.signer().sign(proof), response);
    }

    /** Takes a proof off the client. */
    public void drop(Kind kind, HttpServletResponse response) {
        cookies.drop(nameOf(kind), response);
    }

    private static String nameOf(Kind kind) {
        return NAME + kind.name().toLowerCase(Locale.ROOT);
    }
}
