package org.jeongmun.benchmark.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How busy a Java is with compiling what it runs. While it is, what it runs is slow, and on two cores the compiler
 * takes one of them; whoever measures before it is done measures the compiler. For one thread.
 */
public final class CompilerThreads {
    private static final double TICKS_PER_SECOND = 100;
    /** In cores. */
    private static final double AT_REST = 0.1;

    private final ProcessHandle java;
    private long ticks;
    private long nanos;

    /** Begins to look. */
    public CompilerThreads(ProcessHandle java) {
        this.java = java;
        ticks = now();
        nanos = System.nanoTime();
    }

    /** @return how many cores they used since the last look */
    public double cores() {
        long ticksNow = now();
        long nanosNow = System.nanoTime();
        // A thread that has nothing to do may end, and what it has used is gone with it.
        double cores = Math.max(0, ticksNow - ticks) / TICKS_PER_SECOND / ((nanosNow - nanos) / 1e9);
        ticks = ticksNow;
        nanos = nanosNow;
        return cores;
    }

    /** @return whether so little is still compiled that it changes no figure */
    public static boolean isAtRest(double cores) {
        return cores < AT_REST;
    }

    private long now() {
        long sum = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(java.pid()), "task"))) {
            for (Path thread : threads) {
                sum += ofCompiler(thread);
            }
        } catch (IOException gone) {
            return sum;
        }
        return sum;
    }

    private static long ofCompiler(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")
                    ? Long.parseLong(fields[11]) + Long.parseLong(fields[12])
                    : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
