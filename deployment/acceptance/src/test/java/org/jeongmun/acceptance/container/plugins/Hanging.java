package org.jeongmun.acceptance.container.plugins;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.PluginId;
import org.jeongmun.spi.Verdict;

/** Never answers while the server lives, and does not heed an interrupt. */
public class Hanging implements EligibilityPlugin {
    @Override
    public PluginId id() {
        return new PluginId("cohort-hanging");
    }

    @Override
    public CohortRule rule(Map<String, String> settings) {
        return facts -> hang();
    }

    private static Verdict hang() {
        while (true) {
            LockSupport.park();
            Thread.interrupted(); // or the next park would not wait at all
        }
    }

    /** The same in another lane, for another test. */
    public static final class Crowded extends Hanging {
        @Override
        public PluginId id() {
            return new PluginId("cohort-crowded");
        }
    }
}
