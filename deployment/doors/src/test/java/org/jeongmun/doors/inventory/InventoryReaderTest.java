package org.jeongmun.doors.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An inventory")
class InventoryReaderTest {
    private static final String TOLD = """
            {"status":"NOT_YET_OPEN","lookups":["/lookup/a/v1/clinics"],
             "sockets":[{"address":"127.0.0.1","port":8080},{"address":"0.0.0.0","port":6900}],
             "container":{"listeners":[{"name":"http","address":"0.0.0.0","port":8080},
                                       {"name":"mgmt","address":"127.0.0.1","port":9090}],
               "gateFaults":["filter early is in front of the gate on /*"],
               "hosts":[{"name":"server","valves":["org.jeongmun.outerlock.OuterLockValve"],
                 "applications":[{"context":"/second",
                   "servlets":[{"name":"s","class":"S","patterns":["/x/*","*.y","/exact"]},
                               {"name":"hidden","class":"H","patterns":[]},
                               {"name":"odd","class":"O","patterns":["x*y"]}],
                   "filters":[{"name":"f","class":"F","pattern":"/only-a-filter"}],
                   "welcomeFiles":["index.html"],
                   "errorPages":[{"on":"404","location":"/oops"}],
                   "resources":["/slots.json"],
                   "jaxRs":["/api/{id : [0-9]{2}}/more"],
                   "webSockets":["/second/socket","?"]}]}]},
             "application":{"context":"","servlets":[],"filters":[],"resources":[]},"report":null}""";

    @ParameterizedTest(name = "has {1} for {0}")
    @CsvSource({
        "SERVLET, /second/exact",
        "SERVLET, /second/x",
        "SERVLET, /second/x/reserve/clinic",
        "SERVLET, /second/reserve/clinic.y",
        "FILTER, /second/only-a-filter",
        "WELCOME_FILE, /second/index.html",
        "ERROR_PAGE, /second/oops",
        "FILE, /second/slots.json",
        "JAX_RS, /second/api/1/more",
        "WEB_SOCKET, /second/socket",
        "ROUTE, /lookup/a/v1/clinics",
        "ROUTE, /reserve/clinic",
        "ROUTE, /metrics",
        "NOTHING, /jeongmun-knocks"
    })
    void hasADoorForEachKind(Door.Kind kind, String path) throws IOException {
        assertTrue(read().doors().stream()
                .anyMatch(door -> door.kind() == kind && door.path().equals(path)));
    }

    @Test
    void countsAsOpenWhatNobodyCanKnockAt() throws IOException {
        Set<String> faults = read().faults().stream().map(Fault::door).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "socket 0.0.0.0:6900",
                        "gate",
                        "servlet hidden (H) of application /second",
                        "servlet odd (O) of application /second",
                        "WebSocket endpoint of application /second"),
                faults);
    }

    @Test
    void knowsWhichListenerIsForOperators() throws IOException {
        assertEquals(
                Set.of("http at 127.0.0.1:8080 false", "mgmt at 127.0.0.1:9090 true"),
                read().listeners().stream()
                        .map(listener -> listener + " " + listener.management())
                        .collect(Collectors.toSet()));
    }

    @Test
    void missesAnOuterLockThatIsNotTheFirstValve() throws IOException {
        Inventory inventory = reader().read(TOLD.replace("org.jeongmun.outerlock.OuterLockValve", "other.Valve"));
        assertTrue(inventory.faults().stream().anyMatch(fault -> fault.door().equals("virtual server server")));
    }

    @Test
    void isNotMadeOfAnythingElse() {
        assertThrows(IOException.class, () -> reader().read("{}"));
        assertThrows(IOException.class, () -> reader().read("<html>"));
    }

    private static Inventory read() throws IOException {
        return reader().read(TOLD);
    }

    private static InventoryReader reader() {
        return new InventoryReader(URI.create("http://127.0.0.1:9090"), Optional.empty());
    }
}
