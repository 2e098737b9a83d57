package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Page;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A portal that the public reaches by https, through a proxy; the tests speak to it as that proxy does. */
@DisplayName("A portal with an https address")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecureCookiesIT {
    private final int port = Ports.free();
    private final URI listener = URI.create("http://127.0.0.1:" + port);
    private Portal portal;

    @BeforeAll
    void start() {
        portal = Portal.start(PortalPlan.with(
                        "https",
                        "--demo",
                        "--demo-clock",
                        "2021-07-14T20:30:00+09:00",
                        "--port",
                        Integer.toString(port))
                .environment(Map.of("PORTAL_PUBLIC_URL", "https://127.0.0.1:" + port)));
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
    }

    @Test
    void givesCookiesForItsHostAndHttpsAloneOnTheWholeWayToACode() {
        Journey journey = new Journey(listener, Citizen.invited());
        List<Page> way = List.of(
                new Visitor(listener).get("/check-in"),
                journey.checkIn(),
                journey.chooseClinic(),
                journey.chooseSlot(),
                journey.confirm());
        assertFalse(journey.code().isEmpty());
        for (Page page : way) {
            assertFalse(page.headers("Set-Cookie").isEmpty(), page::toString);
            page.headers("Set-Cookie").forEach(SecureCookiesIT::assertSecure);
        }
    }

    private static void assertSecure(String cookie) {
        List<String> parts =
                Arrays.stream(cookie.split(";", -1)).map(String::strip).toList();
        assertTrue(parts.get(0).startsWith("__Host-"), cookie);
        assertTrue(parts.containsAll(List.of("Secure", "HttpOnly", "Path=/", "SameSite=Lax")), cookie);
        assertTrue(parts.stream().noneMatch(part -> part.startsWith("Domain=")), cookie);
    }
}
