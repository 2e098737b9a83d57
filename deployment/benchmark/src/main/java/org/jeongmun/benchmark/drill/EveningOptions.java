package org.jeongmun.benchmark.drill;

import java.time.Duration;
import org.jeongmun.benchmark.evening.EveningPlan;
import picocli.CommandLine.Option;

/** What may be chosen for the drills with a crowd in line. */
public final class EveningOptions {
    private static final int FIRST_MINUTE = 60;
    private static final double LOOKUPS = 10;
    private static final double ATTEMPTS = 20;
    private static final String SHOWN = " (default: ${DEFAULT-VALUE})";

    @Option(
            names = "--before",
            paramLabel = "N",
            defaultValue = "4000",
            description = "opening: people who check in before it" + SHOWN)
    private int before;

    @Option(
            names = "--after",
            paramLabel = "N",
            defaultValue = "2000",
            description = "opening: people in the first minute" + SHOWN)
    private int after;

    @Option(
            names = "--check-in",
            paramLabel = "SECONDS",
            defaultValue = "75",
            description = "opening: check-in before it" + SHOWN)
    private int checkIn;

    @Option(
            names = "--open",
            paramLabel = "SECONDS",
            defaultValue = "150",
            description = "opening: how long it is open" + SHOWN)
    private int open;

    /** As many as two cores serve to the end, beside the driver and the database. */
    @Option(names = "--admit", paramLabel = "N", defaultValue = "12", description = "opening: let in a second" + SHOWN)
    private int admit;

    /** Of so few, ten times as many can still be told their place by two cores beside the driver and the database. */
    @Option(
            names = "--admit-under-load",
            paramLabel = "N",
            defaultValue = "12",
            description = "overload: let in a second" + SHOWN)
    private int admitUnderLoad;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "opening: spent on each page" + SHOWN)
    private double pause;

    @Option(names = "--clinics", paramLabel = "N", defaultValue = "13000", description = "opening: clinics" + SHOWN)
    private int clinics;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "3",
            description = "opening: days of 16 times each" + SHOWN)
    private int days;

    @Option(
            names = "--capacity",
            paramLabel = "N",
            defaultValue = "3",
            description = "opening: places of each time" + SHOWN)
    private int capacity;

    @Option(
            names = "--seeding",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "opening: left for making the clinics" + SHOWN)
    private int seeding;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "3",
            description = "overload: rounds of each kind" + SHOWN)
    private int pairs;

    /** Made by picocli. */
    public EveningOptions() {}

    EveningPlan plan() {
        Duration rush = Duration.ofSeconds(Math.min(FIRST_MINUTE, open / 2));
        return new EveningPlan(
                before,
                after,
                Duration.ofSeconds(checkIn),
                Duration.ofSeconds(open),
                rush,
                admit,
                pause,
                LOOKUPS,
                ATTEMPTS,
                true);
    }

    int admitUnderLoad() {
        return admitUnderLoad;
    }

    int clinics() {
        return clinics;
    }

    int days() {
        return days;
    }

    int capacity() {
        return capacity;
    }

    Duration seeding() {
        return Duration.ofSeconds(seeding);
    }

    int pairs() {
        return pairs;
    }
}
