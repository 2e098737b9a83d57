package org.jeongmun.benchmark.drill;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What whoever starts a benchmark may choose.
 *
 * @param jar the portal.jar that is measured
 * @param out where reports go
 * @param javaOptions of the portal's Java
 * @param span of each round
 * @param warmUp before the first round
 * @param rates offered, one round each
 * @param despiteForeignLoad whether to report although somebody else uses the machine, and to say so
 * @param evening for the drills with a crowd in line
 */
public record Setting(
        Path jar,
        Path out,
        List<String> javaOptions,
        Duration span,
        Duration warmUp,
        List<Double> rates,
        boolean despiteForeignLoad,
        EveningOptions evening) {}
