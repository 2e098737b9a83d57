package org.jeongmun.acceptance.architecture.offender;

import java.time.Instant;
import java.util.function.Supplier;

/** Hides its reading of the clock behind a method reference. */
final class ReadsTheClock {
    private final Supplier<Instant> source = Instant::now;

    Instant read() {
        return source.get();
    }
}
