package org.jeongmun.acceptance.container.plugins;

import java.util.Map;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.PluginId;
import org.jeongmun.spi.Verdict;

/** Answers at once that everybody belongs. */
public final class Steady implements EligibilityPlugin {
    @Override
    public PluginId id() {
        return new PluginId("cohort-steady");
    }

    @Override
    public CohortRule rule(Map<String, String> settings) {
        return facts -> Verdict.member("STEADY");
    }
}
