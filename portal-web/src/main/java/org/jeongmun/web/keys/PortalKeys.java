package org.jeongmun.web.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jeongmun.identity.KeyRing;
import org.jeongmun.web.config.DemoSecret;
import org.jeongmun.web.config.PortalSecret;
import org.jeongmun.web.config.Setting;
import org.jeongmun.web.state.PortalState;
import org.jeongmun.web.waitingroom.Signer;

/** The keys of this portal: from {@code portal.secret}, in a demo from the demo's own secret. */
@ApplicationScoped
public class PortalKeys {
    private static final String TICKETS = "tickets";

    private final PortalState state;
    private volatile KeyRing demo;
    private volatile KeyRing configured;
    private volatile Signing signing;

    /* The signer of a ring; a ring is made once, so its signer is too. */
    private record Signing(KeyRing ring, Signer signer) {}

    /** For the container's proxy. */
    protected PortalKeys() {
        this(null);
    }

    /** @param state which says whether this is a demo */
    @Inject
    public PortalKeys(PortalState state) {
        this.state = state;
    }

    /**
     * The keys in force.
     *
     * @throws IllegalStateException while there is no secret; the gate answers that as shut
     */
    public KeyRing ring() {
        return state.knowledge().demo() ? ofDemo() : ofSetting();
    }

    /**
     * Who signs tickets and passes. They have keys of their own and these can be changed, which those of
     * {@code portal.secret} cannot: by them a person is the same person tomorrow.
     *
     * @throws IllegalStateException while there is no secret
     */
    public Signer signer() {
        KeyRing ring = ring();
        Signing known = signing;
        if (known == null || known.ring() != ring) {
            known = new Signing(ring, new Signer(ticketKeys(ring)));
            signing = known;
        }
        return known.signer();
    }

    private static List<byte[]> ticketKeys(KeyRing ring) {
        byte[] made = ring.keyFor(TICKETS);
        Optional<byte[]> own = ticketKey(Setting.SECRET_TICKETS);
        if (own.isEmpty()) {
            return ticketKey(Setting.SECRET_TICKETS_PREVIOUS)
                    .map(before -> List.of(made, before))
                    .orElseGet(() -> List.of(made));
        }
        return List.of(own.get(), ticketKey(Setting.SECRET_TICKETS_PREVIOUS).orElse(made));
    }

    private static Optional<byte[]> ticketKey(Setting setting) {
        return PortalSecret.configured(setting).map(secret -> KeyRing.of(secret).keyFor(TICKETS));
    }

    private KeyRing ofDemo() {
        KeyRing known = demo;
        if (known == null) {
            known = KeyRing.of(DemoSecret.read());
            demo = known;
        }
        return known;
    }

    private KeyRing ofSetting() {
        KeyRing known = configured;
        if (known == null) {
            known = KeyRing.of(PortalSecret.configured()
                    .orElseThrow(() -> new IllegalStateException(
                            "Setting portal.secret is missing: set at least 32 random bytes in base64.")));
            configured = known;
        }
        return known;
    }
}
