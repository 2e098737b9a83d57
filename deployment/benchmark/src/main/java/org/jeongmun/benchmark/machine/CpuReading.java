package org.jeongmun.benchmark.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much processor time has been used so far, in ticks of a hundredth of a second.
 *
 * @param busy by everybody on the machine
 * @param driver by this process and those that it has started, such as a load generator or a web server beside
 * @param portal by the portal's Java
 * @param database by everything under the portal
 * @param nanos when that was
 */
public record CpuReading(long busy, long driver, long portal, long database, long nanos) {
    private static final double TICKS_PER_SECOND = 100;
    private static final Path STAT = Path.of("/proc/stat");

    /** @param portal the process of the portal that is measured */
    public static CpuReading now(ProcessHandle portal) {
        long busy = ofEverybody();
        long java = of(portal, false);
        List<ProcessHandle> below = portal.descendants().toList();
        long database = below.stream().mapToLong(child -> of(child, true)).sum();
        long driver = of(ProcessHandle.current(), true)
                + ProcessHandle.current()
                        .descendants()
                        .filter(child -> !child.equals(portal) && !below.contains(child))
                        .mapToLong(child -> of(child, true))
                        .sum();
        return new CpuReading(busy, driver, java, database, System.nanoTime());
    }

    /** @return what was used on average between that reading and this one */
    public CpuUse since(CpuReading before) {
        double seconds = (nanos - before.nanos) / 1e9 * TICKS_PER_SECOND;
        double ours = (driver - before.driver) / seconds;
        double theirs = (portal - before.portal) / seconds;
        double below = Math.max(0, database - before.database) / seconds;
        double all = (busy - before.busy) / seconds;
        return new CpuUse(ours, theirs, below, Math.max(0, all - ours - theirs - below));
    }

    private static long ofEverybody() {
        String[] fields = Machine.text(STAT).lines().findFirst().orElse("").split("\\s+");
        // user, nice, system; then idle and waiting, which are no work; then interrupts, and what other guests stole
        return IntStream.of(1, 2, 3, 6, 7, 8)
                .mapToLong(at -> Long.parseLong(fields[at]))
                .sum();
    }

    /** @param withGone whether those of its children count that have ended: each connection to PostgreSQL is one */
    private static long of(ProcessHandle process, boolean withGone) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return withGone ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
        } catch (IOException gone) {
            return 0;
        }
    }
}
