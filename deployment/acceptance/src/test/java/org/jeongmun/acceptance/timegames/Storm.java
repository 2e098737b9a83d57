package org.jeongmun.acceptance.timegames;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Wire;

/** Fifty connections that ask without a pause, from before an instant until after it; some would take a place. */
final class Storm {
    private static final int CONNECTIONS = 50;
    private static final int MOST_ON_ONE = 3_000;
    private static final String FORM = "name=%EA%B0%80&birthDate=19640315&phone=01000000000&continue=1";

    private final URI door;
    private final PortalTime time;
    private final List<Saved> holders;

    /**
     * Makes a crowd.
     *
     * @param holders saved forms, at most one for each connection
     */
    Storm(URI door, PortalTime time, List<Saved> holders) {
        this.door = door;
        this.time = time;
        this.holders = holders;
    }

    /** Asks at least {@code count} times, and until {@code end} in any case. @return everything that came back */
    List<Shot> until(Instant end, int count) {
        ExecutorService crowd = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<List<Shot>>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Saved own = i < holders.size() ? holders.get(i) : null;
                int offset = i;
                running.add(crowd.submit(() -> ask(own, offset, end, (count + CONNECTIONS - 1) / CONNECTIONS)));
            }
            List<Shot> all = new ArrayList<>();
            for (Future<List<Shot>> each : running) {
                all.addAll(each.get(400, TimeUnit.SECONDS));
            }
            return all;
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new AssertionError("A connection of the crowd failed.", failed);
        } finally {
            crowd.shutdownNow();
        }
    }

    private List<Shot> ask(Saved own, int offset, Instant end, int atLeast) {
        List<Shot> shots = new ArrayList<>();
        Wire wire = Wire.to(door);
        boolean holding = own != null;
        try {
            while (shots.size() < MOST_ON_ONE && (shots.size() < atLeast || !time.hasCome(end))) {
                boolean hold = holding && shots.size() % 3 == 0;
                Shot shot = shoot(
                        wire,
                        hold ? own.request(door.getAuthority(), "keep-alive") : request(offset + shots.size()),
                        hold);
                if (shot.last()) {
                    wire.close();
                    wire = Wire.to(door);
                }
                holding &= !shot.hasHeld();
                shots.add(shot);
            }
            return shots;
        } finally {
            wire.close();
        }
    }

    private static Shot shoot(Wire wire, String request, boolean hold) {
        long sentAt = System.nanoTime();
        RawResponse answer = wire.send(request).answer();
        return new Shot(
                hold,
                sentAt,
                System.nanoTime(),
                answer.status(),
                answer.header("X-Portal-Gate").orElse(""),
                answer.header("Location").orElse(""),
                answer.status() == 0
                        || answer.header("Connection").filter("close"::equals).isPresent());
    }

    private String request(int number) {
        return switch (number % 20) {
            case 0 -> get("/check-in");
            case 2 -> get("/lookup/clinic-lookup-portal/v1/clinics?limit=1");
            case 3 ->
                "POST /check-in HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                .formatted(door.getAuthority())
                        + "Content-Length: " + FORM.length() + "\r\n\r\n" + FORM;
            case 4 -> get("/go?partner=demo&clinic=1&slot=1");
            default -> get("/reserve/clinic");
        };
    }

    private String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: " + door.getAuthority() + "\r\n\r\n";
    }
}
