package org.jeongmun.launcher.draw;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.launcher.Progress;

/**
 * Tells a line on to whoever is told it, and a human how far that has come: by its numbers, of which there are
 * millions.
 */
final class ToldWithProgress implements LineRecord {
    private final LineRecord told;
    private final Progress progress;
    private long issued;

    ToldWithProgress(LineRecord told, Progress progress) {
        this.told = told;
        this.progress = progress;
    }

    @Override
    public void line(Line line) {
        issued = line.issued();
        told.line(line);
    }

    @Override
    public void call(long place, Instant at) {
        told.call(place, at);
    }

    @Override
    public void ticket(long number, OptionalLong place, Optional<Instant> tookAt) {
        told.ticket(number, place, tookAt);
        progress.reached(number, issued);
    }

    @Override
    public void withoutNumber(long people) {
        told.withoutNumber(people);
    }
}
