package org.jeongmun.acceptance.benchmark;

import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * How long a partner's answers take when nobody else asks, and beside one who asks far beyond its limit. Arguments: the
 * portal's data folder, seconds for each round, the key of the modest partner, that of the greedy one, and how many
 * requests a second the greedy one sends, 0 for as many as it can.
 */
public final class TwoPartners {
    private static final int ROUNDS = 5;
    private static final int PER_SECOND = 100;

    private TwoPartners() {}

    /** Measures in turns and prints. */
    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Properties published = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0], "portal.properties"))) {
            published.load(file);
        }
        URI portal = URI.create(published.getProperty("public.url"));
        int seconds = Integer.parseInt(arguments[1]);
        Load modest = new Load(portal, arguments[2], targets(), 2, PER_SECOND);
        Load greedy = new Load(portal, arguments[3], targets(), 8, Integer.parseInt(arguments[4]));
        modest.run(seconds);
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf("modest alone       %s%n", modest.run(seconds));
            CompletableFuture<Load.Came> other = CompletableFuture.supplyAsync(() -> run(greedy, seconds));
            System.out.printf("modest beside      %s%n", modest.run(seconds));
            System.out.printf("       the greedy  %s%n", other.join());
        }
    }

    private static Load.Came run(Load load, int seconds) {
        try {
            return load.run(seconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Function<Random, String> targets() {
        return random -> "/lookup/clinic-lookup-portal/v1/clinics?near=%.4f,%.4f"
                .formatted(34 + 4 * random.nextDouble(), 126.5 + 2.5 * random.nextDouble());
    }
}
