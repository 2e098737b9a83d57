package org.jeongmun.web.clinic;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.GeoPoint;

/** Where the clinics lie, as points on the unit sphere: straight distances rank like those along the ground. */
final class Positions {
    private static final double TENTHS_OF_A_METRE = 6_371_008.8 * 10;

    private final double[] x;
    private final double[] y;
    private final double[] z;

    Positions(List<Clinic> clinics) {
        x = new double[clinics.size()];
        y = new double[clinics.size()];
        z = new double[clinics.size()];
        for (int number = 0; number < x.length; number++) {
            double north = Math.toRadians(clinics.get(number).latitude());
            double east = Math.toRadians(clinics.get(number).longitude());
            x[number] = Math.cos(north) * Math.cos(east);
            y[number] = Math.cos(north) * Math.sin(east);
            z[number] = Math.sin(north);
        }
    }

    /** @return a rank by distance from there, for the number of each clinic; smaller is nearer */
    IntToLongFunction ranksFrom(GeoPoint from) {
        double north = Math.toRadians(from.latitude());
        double east = Math.toRadians(from.longitude());
        double fromX = Math.cos(north) * Math.cos(east);
        double fromY = Math.cos(north) * Math.sin(east);
        double fromZ = Math.sin(north);
        return number -> {
            double dx = x[number] - fromX;
            double dy = y[number] - fromY;
            double dz = z[number] - fromZ;
            return (long) (Math.sqrt(dx * dx + dy * dy + dz * dz) * TENTHS_OF_A_METRE);
        };
    }
}
