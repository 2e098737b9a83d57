package org.jeongmun.clinic;

/** How exactly numbers of free places are told. */
public enum Detail {
    /** To partners under contract, and to who is in the journey: as they are. */
    EXACT,
    /** To everybody else: the lower bound of a step, so that nobody is promised a place that is not there. */
    COARSE;

    private static final long[] STEPS = {100, 10, 1};

    /** @return what is told of so many free places; zero is told as it is, and nothing else is told as zero */
    public long of(long freePlaces) {
        if (this == EXACT) {
            return freePlaces;
        }
        for (long step : STEPS) {
            if (freePlaces >= step) {
                return step;
            }
        }
        return 0;
    }
}
