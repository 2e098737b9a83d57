package org.jeongmun.spi;

/**
 * Which SPI this is. A plugin jar may say in its manifest, as {@value #ATTRIBUTE}, which one it was built against; a
 * portal refuses a jar of another one, by name. Within a version types and methods are only added, never changed or
 * taken away, so that a jar that was built against it once works for as long as it lasts.
 */
public final class SpiVersion {
    /** The version of this SPI. */
    public static final int CURRENT = 1;

    /** The attribute in the main section of a plugin jar's manifest. */
    public static final String ATTRIBUTE = "Jeongmun-Spi";

    private SpiVersion() {}
}
