package org.jeongmun.benchmark.report;

import java.util.Locale;

/**
 * What the portal has set itself, with the figure that must be reached (floor) and the one that is hoped for (aim).
 * Where the aim is above the floor more is better; otherwise a figure must not be above it. Several figures may belong
 * to one number. A drill reports what it has measured with {@link Report#goal}.
 */
public enum Goal {
    GATED(1, "requests a second behind the gate, of those without it", 0.95, 0.98),
    DECISION(1, "µs for one decision of the gate", 0.5, 0.5),
    DECISION_BYTES(1, "bytes for one decision of the gate", 0, 0),
    CONSTANT_ANSWER(2, "requests a second, of nginx with the same bytes sent by the kernel", 0.45, 0.9),
    TICKETS(3, "tickets a second, of nginx with a file sent by the kernel", 0.35, 0.5),
    HOT_SLOT(4, "bookings on one slot, of bare pgbench", 0.7, 3),
    MANY_SLOTS(5, "bookings over 1,000 slots, of pgbench with a function", 0.3, 0.6),
    JOURNEYS(6, "whole journeys a second", 100, 556),
    OVERLOAD(7, "goodput at ten times the offer, of that at one time", 0.9, 0.98),
    OVERLOAD_ERRORS(7, "answers 5xx at ten times the offer", 0, 0),
    TICKET_HEAP(8, "kB of heap for 1.85 million issued tickets", 1024, 231),
    ADMISSION(9, "% by which admission misses its setting in 10 s", 5, 1),
    OPENING_ERRORS(10, "errors across the opening, 1,000 connections", 0, 0),
    OPENING(10, "ms p99 across the opening, 1,000 connections", 100, 40),
    SOLD_OUT(11, "database statements for each sold-out answer", 0, 0),
    BOOKS(12, "promises that the books do not keep", 0, 0);

    private final int number;
    private final String what;
    private final double floor;
    private final double aim;

    Goal(int number, String what, double floor, double aim) {
        this.number = number;
        this.what = what;
        this.floor = floor;
        this.aim = aim;
    }

    /** @return its number in the list of goals */
    public int number() {
        return number;
    }

    /** @return what is counted, with its unit */
    public String what() {
        return what;
    }

    double floor() {
        return floor;
    }

    double aim() {
        return aim;
    }

    /** @return whether the figure is as good as must be */
    public boolean isFloorMetBy(double figure) {
        return isAsGood(figure, floor);
    }

    /** @return whether the figure is as good as is hoped for */
    public boolean isAimMetBy(double figure) {
        return isAsGood(figure, aim);
    }

    private boolean isAsGood(double figure, double bound) {
        return aim > floor ? figure >= bound : figure <= bound;
    }

    /**
     * One figure towards a goal.
     *
     * @param goal which
     * @param of under which circumstances, such as {@code 64 connections}; empty when there is only one
     * @param figure as it was measured in this run
     */
    public record Measured(Goal goal, String of, double figure) {
        /** @return the figure beside its bounds, in one line of Markdown */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "Goal %d, %s%s: **%s**; floor %s %s, aim %s %s.",
                    goal.number,
                    goal.what,
                    of.isEmpty() ? "" : " (" + of + ")",
                    Table.text(figure),
                    Table.text(goal.floor),
                    mark(goal.isFloorMetBy(figure)),
                    Table.text(goal.aim),
                    mark(goal.isAimMetBy(figure)));
        }

        static String mark(boolean met) {
            return met ? "met" : "**not met**";
        }
    }
}
