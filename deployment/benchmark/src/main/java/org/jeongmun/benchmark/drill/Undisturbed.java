package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Function;
import org.jeongmun.benchmark.machine.CpuReading;
import org.jeongmun.benchmark.machine.CpuUse;
import org.jeongmun.benchmark.machine.ForeignLoad;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Report;

/**
 * Measures while nobody else uses the machine. What others had a part in is thrown away and measured again, up to three
 * times; then the whole run is refused. Whether something is thrown away depends on the foreign load alone, never on
 * the figure, and the report says how often it happened.
 */
final class Undisturbed {
    /** So often at most is one and the same thing measured again. */
    static final int REPEATS = 3;

    private final MeasuredPortal portal;
    private final Setting setting;
    private int thrownAway;

    /** Something that gives a figure, and leaves nothing behind that would spoil the next one. */
    interface Measurement<T> {
        /** @return the figure */
        T measure() throws IOException, SQLException;
    }

    private record Whole<T>(T figure, CpuUse use) {}

    Undisturbed(MeasuredPortal portal, Setting setting) {
        this.portal = portal;
        this.setting = setting;
    }

    /** After much was written: waits until it is on the disk and others are quiet, a minute at most. */
    void settle() throws IOException {
        ForeignLoad.settle(portal.handle(), !setting.despiteForeignLoad());
    }

    /** Measures, and judges the machine from the beginning of it to the end. */
    <T> T whole(Measurement<T> measurement) throws IOException, SQLException {
        return of(
                        () -> {
                            CpuReading before = CpuReading.now(portal.handle());
                            T figure = measurement.measure();
                            return new Whole<>(
                                    figure, CpuReading.now(portal.handle()).since(before));
                        },
                        Whole::use)
                .figure();
    }

    /**
     * Measures, and judges the machine by what the measurement says of it.
     *
     * @throws DisturbedException when others had a part in it every time, unless it was said that this does not matter
     */
    <T> T of(Measurement<T> measurement, Function<T, CpuUse> use) throws IOException, SQLException {
        for (int repeat = 0; ; repeat++) {
            T figure = measurement.measure();
            if (repeat == REPEATS) {
                DisturbedException.throwIf(use.apply(figure), setting);
            }
            if (setting.despiteForeignLoad() || !use.apply(figure).isDisturbed()) {
                return figure;
            }
            thrownAway++;
            settle();
        }
    }

    /** Writes down how often something was measured again, if it was. */
    void tell(Report report) throws IOException {
        tell(thrownAway, report);
    }

    static void tell(int thrownAway, Report report) throws IOException {
        if (thrownAway > 0) {
            report.line("Thrown away and measured again, because others used the machine meanwhile: %d."
                            .formatted(thrownAway))
                    .line("");
        }
    }
}
