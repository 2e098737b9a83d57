package org.jeongmun.benchmark.inprocess;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jeongmun.gate.Gate;
import org.jeongmun.gate.GateDecision;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.route.PortalRoutes;
import org.jeongmun.lock.route.Routes;
import org.jeongmun.schedule.PortalStatus;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One decision of the gate, and the same with the look into the list of URLs before it. Targets and states change from
 * one to the next, so that none is foreseen. A target's hash is worked out once here and once for each request there:
 * some ten nanoseconds that are not counted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GateBenchmark {
    private static final String[] TARGETS = {
        "/",
        "/reserve/clinic",
        "/waiting/status.json",
        "/reserve/confirm",
        "/clinics",
        "/lookup/clinic-lookup-portal/v1/clinics",
        "/reserve/../check-in",
        "/RESERVE/CLINIC",
        "/check-in",
        "/reserve/done",
        "/nothing-of-ours"
    };

    private final Routes routes = PortalRoutes.publicOnes(List.of("/lookup/clinic-lookup-portal/v1/clinics"));
    private final PortalStatus[] states = PortalStatus.values();
    private final RouteClass[] classes = RouteClass.values();
    private int turn;

    /** Made by JMH. */
    public GateBenchmark() {}

    /** @return to JMH, or it would not be worked out at all */
    @Benchmark
    public GateDecision decide() {
        int now = next();
        return Gate.decide(classes[now % classes.length], states[now % states.length]);
    }

    /** @return to JMH, as before */
    @Benchmark
    public GateDecision findAndDecide() {
        int now = next();
        return Gate.decide(routes.classOf(TARGETS[now % TARGETS.length]), states[now % states.length]);
    }

    private int next() {
        turn = turn + 1 & 0xFFFF;
        return turn;
    }
}
