package org.jeongmun.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A place")
class GeoPointTest {
    @ParameterizedTest(name = "{0},{1} to {2},{3}: {4} m")
    @CsvSource({
        "37.5725, 126.9769, 37.5725, 126.9769, 0",
        "37.5665, 126.9780, 35.1796, 129.0756, 325000",
        "33.4996, 126.5312, 37.5665, 126.9780, 454000",
        "0, 179.5, 0, -179.5, 111195",
        "90, 0, -90, 0, 20015115"
    })
    void isSoFarFromAnother(double north, double east, double otherNorth, double otherEast, int metres) {
        assertEquals(metres, new GeoPoint(north, east).metresTo(otherNorth, otherEast), Math.max(1, metres * 0.005));
    }

    @ParameterizedTest(name = "{0},{1}")
    @CsvSource({"90.1, 0", "-91, 0", "0, 180.1", "0, -181", "NaN, 0", "0, NaN", "Infinity, 0"})
    void liesOnTheEarth(double latitude, double longitude) {
        assertThrows(IllegalArgumentException.class, () -> new GeoPoint(latitude, longitude));
    }
}
