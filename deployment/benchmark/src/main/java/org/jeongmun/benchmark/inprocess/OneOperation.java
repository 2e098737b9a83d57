package org.jeongmun.benchmark.inprocess;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one operation costs, by itself and in a Java of its own.
 *
 * @param name as its method is called
 * @param nanos that it takes
 * @param error of that, by JMH's reckoning with 99.9 % confidence
 * @param bytes that it asks for; less than a hundredth of one is none
 */
public record OneOperation(String name, double nanos, double error, double bytes) {
    private static final String BYTES = "gc.alloc.rate.norm";
    private static final double NONE = 0.01;
    private static final int ROUNDS = 3;

    /** Measures each method of a class of benchmarks, for less than twenty seconds all together when there are two. */
    public static List<OneOperation> of(Class<?> benchmarks) throws IOException {
        try {
            List<OneOperation> measured = new ArrayList<>();
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                            .forks(1)
                            .warmupIterations(ROUNDS)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(ROUNDS)
                            .measurementTime(TimeValue.seconds(1))
                            .addProfiler(GCProfiler.class)
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run()) {
                measured.add(read(result));
            }
            return measured;
        } catch (RunnerException failed) {
            throw new IOException(failed);
        }
    }

    private static OneOperation read(RunResult result) throws IOException {
        Result<?> bytes = result.getSecondaryResults().get(BYTES);
        if (bytes == null) {
            throw new IOException("JMH does not tell how much memory was asked for.");
        }
        return new OneOperation(
                result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                bytes.getScore() < NONE ? 0 : bytes.getScore());
    }
}
