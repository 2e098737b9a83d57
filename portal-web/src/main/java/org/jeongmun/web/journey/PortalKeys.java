package org.jeongmun.web.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jeongmun.web.config.DemoSecret;
import org.jeongmun.web.config.PortalSecret;
import org.jeongmun.web.state.PortalState;

/** The keys of this portal: from {@code portal.secret}, in a demo from the demo's own secret. */
@ApplicationScoped
public class PortalKeys {
    private final PortalState state;
    private volatile KeyRing demo;
    private volatile KeyRing configured;

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
    KeyRing ring() {
        return state.knowledge().demo() ? ofDemo() : ofSetting();
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
