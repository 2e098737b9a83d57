package org.jeongmun.benchmark.machine;

/**
 * Cores in use on average.
 *
 * @param driver by what sends the requests
 * @param portal by the portal's Java
 * @param database by PostgreSQL
 * @param foreign by anybody else, and stolen by other guests of the same hardware
 */
public record CpuUse(double driver, double portal, double database, double foreign) {
    /** More than this, and a figure says something about somebody else. */
    public static final double TOLERATED = 0.15;

    /** @return whether somebody else had a part in what was measured */
    public boolean isDisturbed() {
        return foreign > TOLERATED;
    }
}
