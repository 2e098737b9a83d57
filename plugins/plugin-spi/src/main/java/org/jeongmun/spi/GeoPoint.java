package org.jeongmun.spi;

/**
 * A place on the earth.
 *
 * @param latitude degrees north, -90 to 90, WGS 84
 * @param longitude degrees east, -180 to 180, WGS 84
 */
public record GeoPoint(double latitude, double longitude) {

    /** @throws IllegalArgumentException if it is nowhere on the earth */
    public GeoPoint {
        if (!isOnEarth(latitude, longitude)) {
            throw new IllegalArgumentException("A place lies within 90 degrees north or south and 180 east or west.");
        }
    }

    /** @return whether there is such a place */
    public static boolean isOnEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
