package org.jeongmun.acceptance.container.plugins;

import java.util.Map;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.PluginId;

/** Throws whenever it is asked. */
public final class Throwing implements EligibilityPlugin {
    @Override
    public PluginId id() {
        return new PluginId("cohort-throwing");
    }

    @Override
    public CohortRule rule(Map<String, String> settings) {
        return facts -> {
            throw new IllegalStateException("on purpose");
        };
    }
}
