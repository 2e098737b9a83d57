package org.jeongmun.doors.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.PortalRoutes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Spellings of a path")
class SpellingsTest {
    private final List<Spelling> spellings = Spellings.of("/reserve/clinic", "127.0.0.1:8080");

    @Test
    void beginWithThePathItself() {
        assertEquals("/reserve/clinic", spellings.get(0).target());
        assertEquals(Spellings.EXACT, spellings.get(0).name());
    }

    @Test
    void areOtherwiseNoneOfThemInTheListOfUrls() {
        spellings.stream()
                .filter(spelling -> spelling.meansUs() && !spelling.name().equals(Spellings.EXACT))
                .forEach(spelling -> assertEquals(
                        RouteClass.NONE,
                        PortalRoutes.publicOnes(Set.of()).classOf(spelling.target()),
                        spelling.name()));
    }

    @Test
    void areManyAndHoldTheTricksOfTheTrade() {
        Set<String> targets = spellings.stream().map(Spelling::target).collect(Collectors.toSet());
        assertTrue(targets.size() >= 45, () -> targets.size() + " spellings");
        assertTrue(
                targets.containsAll(Set.of(
                        "/reserve/clinic;jsessionid=1",
                        "/reserve/clinic%3bx=1",
                        "//reserve/clinic",
                        "/x/..;/reserve/clinic",
                        "/x/%2e%2e/reserve/clinic",
                        "/x/%252e%252e/reserve/clinic",
                        "/%72eserve/clinic",
                        "/%2572eserve/clinic",
                        "/%u0072eserve/clinic",
                        "/%ef%bd%92eserve/clinic",
                        "/reserve%2fclinic",
                        "/reserve%c0%afclinic",
                        "/RESERVE/CLINIC",
                        "/faces/reserve/clinic.xhtml",
                        "http://elsewhere.example/reserve/clinic")),
                targets::toString);
    }
}
