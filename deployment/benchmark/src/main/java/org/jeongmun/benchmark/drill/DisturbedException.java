package org.jeongmun.benchmark.drill;

import java.util.Locale;
import org.jeongmun.benchmark.machine.CpuUse;

/** Somebody else used the machine, and nobody has said that this does not matter. */
final class DisturbedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DisturbedException(double foreign) {
        super(String.format(
                Locale.ROOT,
                "Others use %.2f cores of this machine, %.2f are tolerated: nothing is reported."
                        + " For development there is --despite-foreign-load.",
                foreign,
                CpuUse.TOLERATED));
    }

    /** @throws DisturbedException when somebody else had a part in it, unless it was said that this does not matter */
    static void throwIf(CpuUse use, Setting setting) {
        if (use.isDisturbed() && !setting.despiteForeignLoad()) {
            throw new DisturbedException(use.foreign());
        }
    }
}
