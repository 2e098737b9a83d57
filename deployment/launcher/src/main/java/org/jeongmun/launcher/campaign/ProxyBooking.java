package org.jeongmun.launcher.campaign;

/**
 * Whether somebody may book for others, as the campaign file says it under {@code proxyBooking}.
 *
 * @param perRepresentative for how many others at most
 */
public record ProxyBooking(boolean allowed, int perRepresentative) {
    static final int PER_REPRESENTATIVE = 4;

    /** Refuses a permission for nobody. */
    public ProxyBooking {
        if (perRepresentative < 1) {
            throw new IllegalArgumentException("A representative may book for at least one; got " + perRepresentative);
        }
    }
}
