package org.jeongmun.benchmark.drill;

import java.io.IOException;
import org.jeongmun.benchmark.machine.CompilerThreads;
import org.jeongmun.benchmark.portal.MeasuredPortal;

/** Warms a portal up until its compiler rests: what is measured before that is the compiler. */
final class UntilCompiled {
    private UntilCompiled() {}

    /** What the portal is warmed up with. */
    interface WarmUp {
        /** @return how fast it went at last; whatever that is counted in */
        double once() throws IOException;
    }

    /**
     * Warms up once, and again while the compiler is at work.
     *
     * @param most how often at the most
     * @return how fast it went the last time
     */
    static double warm(MeasuredPortal portal, int most, WarmUp warmUp) throws IOException {
        CompilerThreads compiler = new CompilerThreads(portal.handle());
        double last = warmUp.once();
        for (int times = 1; times < most && !CompilerThreads.isAtRest(compiler.cores()); times++) {
            last = warmUp.once();
        }
        return last;
    }
}
