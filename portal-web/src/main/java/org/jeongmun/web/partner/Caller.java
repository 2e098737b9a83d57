package org.jeongmun.web.partner;

import org.jeongmun.partner.PartnerId;

/** Who asks, as far as a key tells. */
public sealed interface Caller {
    /** Somebody without a key. */
    enum Anybody implements Caller {
        /** The only one. */
        ANYBODY
    }

    /**
     * A partner under contract.
     *
     * @param partner which
     * @param standing after this request
     */
    record Known(PartnerId partner, Standing standing) implements Caller {}

    /** Somebody with a key that is wrong, old, of another partner or none at all; which of these is not told. */
    enum Stranger implements Caller {
        /** The only one. */
        STRANGER
    }

    /** Somebody with a key while this node has not read yet which are good. */
    enum NotYetTold implements Caller {
        /** The only one. */
        NOT_YET_TOLD
    }
}
