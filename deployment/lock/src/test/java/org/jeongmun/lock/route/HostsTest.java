package org.jeongmun.lock.route;

import static java.util.Collections.enumeration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The hosts of a portal")
class HostsTest {
    private static final String ADDRESS = "192.0.2.7";

    private final Hosts hosts = Hosts.of("https://Booking.example.org:8443/", List.of("node-1"));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "booking.example.org, true",
        "BOOKING.EXAMPLE.ORG:8443, true",
        "node-1:8080, true",
        "localhost:8080, true",
        "127.0.0.1, true",
        "[::1]:8080, true",
        "192.0.2.7:8080, true",
        "192.0.2.8:8080, false",
        "evil.example, false",
        "booking.example.org.evil.example, false",
        "booking.example.org@evil.example, false",
        "'', false"
    })
    void areThoseItWasToldAndTheAddressItself(String host, boolean expected) {
        assertEquals(expected, hosts.areMeantBy(enumeration(List.of(host)), false, () -> ADDRESS));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"LocalHost:9090, true", "192.0.2.7, true", "node-1, false", "evil.example, false"})
    void ofAMachineAreItsOwnNamesAndTheAddressItself(String host, boolean expected) {
        assertEquals(expected, Hosts.ofThisMachine().areMeantBy(enumeration(List.of(host)), false, () -> ADDRESS));
    }

    @Test
    void areNotMeantByTwoHostHeaders() {
        assertFalse(hosts.areMeantBy(enumeration(List.of("localhost", "localhost")), false, () -> ADDRESS));
        assertFalse(Hosts.any().areMeantBy(enumeration(List.of("localhost", "localhost")), false, () -> ADDRESS));
    }

    @Test
    void areMeantByNoHostAtAllOnlyInAProtocolThatNamesNone() {
        assertTrue(hosts.areMeantBy(enumeration(List.of()), true, () -> ADDRESS));
        assertFalse(hosts.areMeantBy(enumeration(List.of()), false, () -> ADDRESS));
    }

    @Test
    void needAPublicUrlThatNamesAHost() {
        assertThrows(IllegalArgumentException.class, () -> Hosts.of("booking", List.of()));
    }
}
