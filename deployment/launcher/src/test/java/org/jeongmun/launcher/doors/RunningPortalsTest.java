package org.jeongmun.launcher.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Portals that run")
class RunningPortalsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "-jar portal.jar, portal-data",
        "-jar portal.jar run --port 8081, portal-data",
        "-jar portal.jar run --demo --data /srv/one --port 8081, /srv/one",
        "-jar portal.jar run --data=two --demo, two",
        "-jar portal.jar run --data, portal-data"
    })
    void publishWhereTheyAreInTheirFolder(String arguments, String folder) {
        assertEquals(folder, RunningPortals.data(List.of(arguments.split(" "))));
    }
}
