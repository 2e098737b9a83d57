package org.jeongmun.benchmark.inprocess;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jeongmun.web.waitingroom.PersonMark;
import org.jeongmun.web.waitingroom.Proof;
import org.jeongmun.web.waitingroom.Signer;
import org.jeongmun.web.waitingroom.WindowMark;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signing one ticket, each with a number of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TicketBenchmark {
    private static final int KEY = 32;
    private static final Instant END = Instant.parse("2021-07-24T09:10:00Z");

    private final Signer signer = new Signer(List.of(new byte[KEY]));
    private final WindowMark window = new WindowMark(42);
    private final PersonMark person = new PersonMark(1, 2);
    private long number;

    /** Made by JMH. */
    public TicketBenchmark() {}

    /** @return to JMH, or it would not be worked out at all */
    @Benchmark
    public String sign() {
        number++;
        return signer.sign(new Proof(Proof.Kind.TICKET, window, person, number, END));
    }
}
