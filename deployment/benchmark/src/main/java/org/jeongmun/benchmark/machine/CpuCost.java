package org.jeongmun.benchmark.machine;

/**
 * Processor time that each of many equal things took, in milliseconds: the figure that depends least on who else is
 * there.
 *
 * @param portal in the portal's Java
 * @param database in PostgreSQL
 * @param use of the cores meanwhile
 */
public record CpuCost(double portal, double database, CpuUse use) {
    /** Divides what was used between two readings among so many. */
    public static CpuCost ofEach(long count, CpuReading before, CpuReading after) {
        CpuUse use = after.since(before);
        double millis = (after.nanos() - before.nanos()) / 1e6 / Math.max(1, count);
        return new CpuCost(use.portal() * millis, use.database() * millis, use);
    }
}
