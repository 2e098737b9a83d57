package org.jeongmun.acceptance.architecture.offender;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Leaves it to the locale how a number is logged. */
final class LogsANumber {
    private static final Logger LOG = System.getLogger(LogsANumber.class.getName());

    void log(long version) {
        LOG.log(Level.INFO, "offender.logged version={0}", version);
    }
}
