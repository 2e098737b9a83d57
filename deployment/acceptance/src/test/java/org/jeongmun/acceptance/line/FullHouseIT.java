package org.jeongmun.acceptance.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("While every place inside is taken by forms that trickle in")
@ExtendWith(SharedPortals.class)
class FullHouseIT {
    /** More than the portal lets in at once, and fewer than it has threads. */
    private static final int SLOW_ONES = 280;

    private static final int SMALL = 4_096;

    private static final int MORE_THAN_IS_KEPT = 60;

    private final List<Socket> slow = new ArrayList<>();
    private final URI door;

    FullHouseIT(@Serving(Stage.IN_LINE) Portal portal) {
        door = portal.published().publicUrl();
    }

    @AfterEach
    void end() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        Awaitility.await("room for everybody")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/check-in").status() == 200);
    }

    private RawResponse get(String target) {
        return RawRequest.of("GET", target).sendTo(door);
    }

    private void fill() throws IOException {
        send(SLOW_ONES, "/check-in");
        // Nobody gets the room that is kept for those inside by knowing their addresses.
        send(MORE_THAN_IS_KEPT, "/reserve/slot");
        send(MORE_THAN_IS_KEPT, "/reserve/confirm");
    }

    private void send(int times, String address) throws IOException {
        for (int i = 0; i < times; i++) {
            Socket socket = new Socket(door.getHost(), door.getPort());
            slow.add(socket);
            socket.getOutputStream().write(beginningOfAForm(address));
            socket.getOutputStream().flush();
        }
    }

    private byte[] beginningOfAForm(String address) {
        return ("POST " + address + " HTTP/1.1\r\nHost: " + door.getAuthority()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void theRestIsToldSoAtOnceAndNoticesAndThoseInsideGoOn() throws IOException {
        Journey known = new Journey(door, Citizen.invited());
        known.checkIn();
        fill();
        Awaitility.await("a full house")
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/check-in").status() == 503);
        RawResponse busy = get("/clinics");
        assertEquals(503, busy.status());
        assertFalse(busy.header("Retry-After").orElse("").isBlank());
        assertTrue(busy.header("X-Portal-Gate").isEmpty(), "the gate is open");
        assertTrue(busy.header("Set-Cookie").isEmpty());
        assertTrue(busy.body().length() < SMALL, () -> busy.body().length() + " characters");
        assertTrue(busy.body().contains("접속이 많습니다"), busy::body);
        for (String served : List.of("/", "/waiting", "/waiting/status.json", "/schedule.json", "/reservation")) {
            assertEquals(200, get(served).status(), served);
        }
        for (String inside : List.of("/reserve/clinic", "/reserve/slot", "/reserve/confirm")) {
            assertEquals("/check-in", get(inside).header("Location").orElse(""), inside);
            assertTrue(Set.of(200, 303).contains(known.visitor().get(inside).status()), inside);
        }
    }
}
