package org.jeongmun.outerlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Properties;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.Doors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The installation of the outer lock")
class InstallationTest {
    private final Properties settings = new Properties();

    @Test
    void readsTheSettingsThatTheLauncherHasLeft() {
        settings.setProperty("portal.outer.lock.lookups", "/lookup/a/v1/clinics,/lookup/b/v2/slots");
        settings.setProperty("portal.management.port", "9090");
        settings.setProperty("portal.public.url", "https://booking.example.org");

        Doors doors = Installation.doors(settings);

        assertEquals(RouteClass.LOOKUP, doors.publicRoutes().classOf("/lookup/b/v2/slots"));
        assertEquals(RouteClass.NONE, doors.publicRoutes().classOf("/lookup/c/v2/slots"));
        assertTrue(doors.isManagement(9090));
    }

    @Test
    void knowsAnInstallationWithoutLookups() {
        settings.setProperty("portal.outer.lock.lookups", "none");

        assertEquals(
                RouteClass.NONE, Installation.doors(settings).publicRoutes().classOf("none"));
    }

    @Test
    void refusesToGuessWhichLookupsThereAre() {
        assertThrows(IllegalArgumentException.class, () -> Installation.doors(settings));
    }
}
