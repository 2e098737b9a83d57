package org.jeongmun.acceptance.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Some connections that ask without a pause, or at a pace, for some time. */
final class Load {
    private final URI portal;
    private final String key;
    private final Function<Random, String> targets;
    private final int connections;
    private final long pauseNanos;

    /**
     * Prepares a load.
     *
     * @param key a partner's, or {@code null} for none
     * @param targets what to ask for next
     * @param perSecond of all connections together; 0 for as fast as they can
     */
    Load(URI portal, String key, Function<Random, String> targets, int connections, int perSecond) {
        this.portal = portal;
        this.key = key;
        this.targets = targets;
        this.connections = connections;
        this.pauseNanos = perSecond == 0 ? 0 : 1_000_000_000L * connections / perSecond;
    }

    /**
     * What it came to.
     *
     * @param seconds how long it lasted
     * @param micros how long each answer took, in order
     * @param statuses how many answers had which status
     * @param bytes of all bodies
     */
    record Came(double seconds, int[] micros, Map<Integer, Integer> statuses, long bytes) {
        double perSecond() {
            return micros.length / seconds;
        }

        int quantile(double part) {
            return micros.length == 0 ? 0 : micros[(int) Math.min(micros.length - 1L, (long) (micros.length * part))];
        }

        @Override
        public String toString() {
            return "%,8.0f/s  p50 %,6d us  p99 %,7d us  max %,8d us  %5.1f MB/s  %s"
                    .formatted(
                            perSecond(), quantile(0.5), quantile(0.99), quantile(1), bytes / seconds / 1e6, statuses);
        }
    }

    /** Asks for so long and waits for the last answers. */
    Came run(int seconds) throws InterruptedException {
        long from = System.nanoTime();
        long until = from + seconds * 1_000_000_000L;
        List<Asker> askers = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Asker asker = new Asker(i, until);
            asker.start();
            askers.add(asker);
        }
        Map<Integer, Integer> statuses = new TreeMap<>();
        int[] micros = {};
        long bytes = 0;
        for (Asker asker : askers) {
            asker.join();
            asker.statuses.forEach((status, count) -> statuses.merge(status, count, Integer::sum));
            int before = micros.length;
            micros = Arrays.copyOf(micros, before + asker.count);
            System.arraycopy(asker.micros, 0, micros, before, asker.count);
            bytes += asker.bytes;
        }
        Arrays.sort(micros);
        return new Came((System.nanoTime() - from) / 1e9, micros, statuses, bytes);
    }

    private final class Asker extends Thread {
        private final Random random;
        private final long until;
        private final Map<Integer, Integer> statuses = new TreeMap<>();
        private int[] micros = new int[1 << 12];
        private int count;
        private long bytes;

        private Asker(int number, long until) {
            super("asker-" + number);
            this.random = new Random(number);
            this.until = until;
        }

        @Override
        public void run() {
            long due = System.nanoTime() + (long) (random.nextDouble() * pauseNanos);
            try (Wire wire = new Wire(portal, key)) {
                while (System.nanoTime() < until) {
                    for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                        LockSupport.parkNanos(early);
                    }
                    // At a pace the clock runs from when the request was due: whoever waits in line waits as well.
                    long begun = pauseNanos == 0 ? System.nanoTime() : due;
                    statuses.merge(wire.get(targets.apply(random)), 1, Integer::sum);
                    keep((int) ((System.nanoTime() - begun) / 1_000));
                    due = pauseNanos == 0 ? due : due + pauseNanos;
                }
                bytes = wire.bytes();
            } catch (IOException broken) {
                statuses.merge(-1, 1, Integer::sum);
            }
        }

        private void keep(int took) {
            if (count == micros.length) {
                micros = Arrays.copyOf(micros, 2 * count);
            }
            micros[count++] = took;
        }
    }
}
