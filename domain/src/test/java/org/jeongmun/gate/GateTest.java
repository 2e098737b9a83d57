package org.jeongmun.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jeongmun.schedule.PortalStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The gate")
class GateTest {
    /** The table of the contract, turned by a quarter, with {@code null} for a reading that broke. */
    private static final String TABLE = """
            .            | NOTICE | CHECK_IN     | BOOKING      | LOOKUP       | CARE        | RECEIPT | NONE
            NOT_YET_OPEN | PASS   | NOT_YET_OPEN | NOT_YET_OPEN | NOT_YET_OPEN | PASS        | PASS    | NOT_YET_OPEN
            CHECK_IN     | PASS   | PASS         | NOT_YET_OPEN | NOT_YET_OPEN | PASS        | PASS    | NOT_YET_OPEN
            OPEN         | PASS   | PASS         | PASS         | PASS         | PASS        | PASS    | NO_SUCH_DOOR
            SOLD_OUT     | PASS   | PASS         | PASS         | PASS         | PASS        | PASS    | NO_SUCH_DOOR
            CLOSED       | PASS   | CLOSED       | CLOSED       | CLOSED       | PASS        | PASS    | CLOSED
            MAINTENANCE  | PASS   | MAINTENANCE  | MAINTENANCE  | MAINTENANCE  | MAINTENANCE | PASS    | MAINTENANCE
            UNKNOWN      | PASS   | UNKNOWN      | UNKNOWN      | UNKNOWN      | UNKNOWN     | PASS    | UNKNOWN
            null         | PASS   | UNKNOWN      | UNKNOWN      | UNKNOWN      | UNKNOWN     | PASS    | UNKNOWN
            """;

    @ParameterizedTest(name = "in state {0} says to {1}: {2}")
    @MethodSource("cells")
    void decidesAsTheContractHasIt(PortalStatus status, RouteClass route, String decision) {
        assertEquals(decision, Gate.decide(route, status).toString());
    }

    @Test
    void isToldOfNoStateAndNoClassThatTheTableHasNot() {
        assertEquals(
                (PortalStatus.values().length + 1) * RouteClass.values().length,
                cells().map(cell -> List.of("" + cell.get()[0], cell.get()[1]))
                        .distinct()
                        .count());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void isBrokenAsItIsWhileNothingIsKnown(RouteClass route) {
        assertEquals(Gate.decide(route, PortalStatus.UNKNOWN), GateDecision.whenBroken(route));
    }

    @Test
    void isShutForWhatHasNoClass() {
        assertEquals(ClosedState.UNKNOWN, Gate.decide(null, null));
        assertEquals(ClosedState.UNKNOWN, GateDecision.whenBroken(null));
    }

    private static Stream<Arguments> cells() {
        List<String[]> lines =
                TABLE.lines().map(line -> line.strip().split("\\s*\\|\\s*")).toList();
        RouteClass[] routes =
                Arrays.stream(lines.get(0)).skip(1).map(RouteClass::valueOf).toArray(RouteClass[]::new);
        return lines.stream()
                .skip(1)
                .flatMap(line -> IntStream.range(0, routes.length)
                        .mapToObj(column -> arguments(
                                line[0].equals("null") ? null : PortalStatus.valueOf(line[0]),
                                routes[column],
                                line[column + 1])));
    }
}
