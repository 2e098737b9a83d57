package org.jeongmun.acceptance.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.waitingroom.JoinOutcome;
import org.jeongmun.waitingroom.JoinOutcome.Joined;
import org.jeongmun.web.line.JoinQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With {@code -Dline.people=1850000} the evening of 14 July 2021; by default a few, so that the build stays short. */
@DisplayName("Numbers for everybody")
class IssuingIT {
    private static final System.Logger LOG = System.getLogger(IssuingIT.class.getName());
    private static final int PEOPLE = Integer.getInteger("line.people", 5_000);
    private static final int UNDER_WAY = 8_000;

    @Test
    void areAllThereOnceAndCostNoMemory() throws SQLException {
        WaitingCampaign campaign = WaitingCampaign.with("draw", 200, -60, 3_600);
        BitSet numbers = new BitSet(PEOPLE + 1);
        try (JoinQueue queue = new JoinQueue(TestDatabase::portal)) {
            queue.start();
            issue(queue, campaign, new BitSet(), 1);
            long heapBefore = heap();
            long began = System.nanoTime();
            issue(queue, campaign, numbers, PEOPLE);
            double seconds = (System.nanoTime() - began) / 1e9;
            LOG.log(
                    Level.INFO,
                    "line.issued numbers={0} seconds={1} heapBefore={2} heapAfter={3}",
                    PEOPLE,
                    seconds,
                    heapBefore,
                    heap());
        }

        assertEquals(PEOPLE, numbers.cardinality());
        assertEquals(PEOPLE + 1, campaign.line("issued"));
        assertEquals(
                PEOPLE + 1,
                TestDatabase.number(
                        "SELECT count(DISTINCT person_key) FROM line_ticket WHERE window_id = ?",
                        campaign.window().value()));
    }

    private static void issue(JoinQueue queue, WaitingCampaign campaign, BitSet numbers, int people) {
        Deque<CompletableFuture<JoinOutcome>> underWay = new ArrayDeque<>(UNDER_WAY);
        for (int i = 0; i < people; i++) {
            if (underWay.size() == UNDER_WAY) {
                take(underWay.remove(), numbers);
            }
            PersonKey person = Campaign.somebody();
            underWay.add(queue.joinSoon(campaign.id(), campaign.window(), person));
        }
        underWay.forEach(outcome -> take(outcome, numbers));
    }

    private static void take(CompletableFuture<JoinOutcome> outcome, BitSet numbers) {
        assertTrue(outcome.join() instanceof Joined, "somebody was refused");
        int number = (int) ((Joined) outcome.join()).ticket().number();
        assertFalse(numbers.get(number), "a number twice");
        numbers.set(number);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
