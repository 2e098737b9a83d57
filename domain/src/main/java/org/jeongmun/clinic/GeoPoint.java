package org.jeongmun.clinic;

/**
 * A place on the earth.
 *
 * @param latitude degrees north, WGS 84
 * @param longitude degrees east, WGS 84
 */
public record GeoPoint(double latitude, double longitude) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** Refuses what is nowhere. */
    public GeoPoint {
        // Written so that what is no number is refused as well.
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("A place lies within 90 degrees north or south and 180 east or west.");
        }
    }

    /** @return how far it is as the crow flies, on a sphere; right to half a percent */
    public int metresTo(double otherLatitude, double otherLongitude) {
        double north = Math.toRadians(otherLatitude - latitude);
        double east = Math.toRadians(otherLongitude - longitude);
        double half = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(otherLatitude))
                        * square(Math.sin(east / 2));
        return (int) Math.round(2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half))));
    }

    private static double square(double number) {
        return number * number;
    }
}
