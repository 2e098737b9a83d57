package org.jeongmun.acceptance.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jeongmun.waitingroom.PollingRule;

/**
 * A crowd before and after a drawn opening, by the polling rule of the waiting page. Half of the people join in the
 * hour before, ever more of them towards its end; the other half come after it, most of them in its first two minutes.
 * Every device of a person polls by itself until it learns that it is their turn. The same numbers give the same crowd.
 *
 * @param people how many
 * @param devices of each of them
 * @param perSecond how many are let in each second
 */
record WaitingCrowd(int people, int devices, double perSecond) {
    /** The opening, in seconds after the first check-in. */
    static final int OPENING = 3_600;

    private static final double MEAN_LATE_ARRIVAL = 60;
    private static final int LONGEST_DAY = 24 * 3_600;
    private static final long SEED = 20210714;

    /**
     * What came of it.
     *
     * @param arrivals first hits in each second
     * @param polls questions in each second after the first hit
     * @param waits from the opening, or from the arrival after it, to the call, in seconds, in order
     * @param late from the call to the moment at which the first device of the person knows of it, in order
     */
    record Outcome(int[] arrivals, int[] polls, double[] waits, double[] late) {
        long allArrivals() {
            return Arrays.stream(arrivals).asLongStream().sum();
        }

        long allPolls() {
            return Arrays.stream(polls).asLongStream().sum();
        }

        int mostPolls() {
            return Arrays.stream(polls).max().orElse(0);
        }

        int mostArrivals() {
            return Arrays.stream(arrivals).max().orElse(0);
        }

        /** @return the last second in which anything happened */
        int end() {
            int second = polls.length - 1;
            while (second > 0 && polls[second] == 0) {
                second--;
            }
            return second;
        }

        static double share(double[] inOrder, double share) {
            return inOrder[(int) Math.min(inOrder.length - 1, Math.round(inOrder.length * share))];
        }
    }

    /** Lives through it, one person after another: nobody's polling depends on anybody else's. */
    Outcome live() {
        SplittableRandom chance = new SplittableRandom(SEED);
        int[] arrivals = new int[LONGEST_DAY];
        int[] polls = new int[LONGEST_DAY];
        double[] waits = new double[people];
        double[] late = new double[people];
        int early = people / 2;
        int[] places = drawn(early, chance);
        for (int person = 0; person < people; person++) {
            boolean joinedBefore = person < early;
            double arrived = joinedBefore ? OPENING * Math.sqrt(chance.nextDouble()) : OPENING + lateArrival(chance);
            long place = joinedBefore ? places[person] : person + 1;
            double called = Math.max(arrived, OPENING + place / perSecond);
            waits[person] = called - Math.max(OPENING, arrived);
            late[person] = Double.MAX_VALUE;
            for (int device = 0; device < devices; device++) {
                arrivals[(int) arrived]++;
                double knows = poll(arrived, called, early, polls, chance);
                late[person] = Math.min(late[person], knows - called);
            }
        }
        Arrays.sort(waits);
        Arrays.sort(late);
        return new Outcome(arrivals, polls, waits, late);
    }

    private static double lateArrival(SplittableRandom chance) {
        return -MEAN_LATE_ARRIVAL * Math.log(1 - chance.nextDouble());
    }

    private static int[] drawn(int many, SplittableRandom chance) {
        int[] places = new int[many];
        for (int i = 0; i < many; i++) {
            int other = chance.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i + 1;
        }
        return places;
    }

    /* From the first hit, whose page says when to ask, to the answer that it is their turn. */
    private static double poll(double arrived, double called, long tickets, int[] polls, SplittableRandom chance) {
        double now = arrived;
        while (now < OPENING) {
            now += PollingRule.beforeOpening(OPENING - now, -1, tickets, chance.nextDouble());
            polls[(int) now]++;
        }
        while (now < called) {
            now += PollingRule.whileWaiting(called - now, chance.nextDouble());
            polls[(int) now]++;
        }
        return now;
    }
}
