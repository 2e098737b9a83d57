package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The container's limits around plugin calls, without what the portal itself keeps in front of them. */
@ApplicationScoped
public class LimitsOfATest {
    private final Guard guard;

    /** For the container's proxy. */
    LimitsOfATest() {
        this(null);
    }

    @Inject
    LimitsOfATest(Guard guard) {
        this.guard = guard;
    }

    /** @return as an eligibility rule is asked */
    public <T> CompletionStage<T> verdict(Supplier<T> call) {
        return guard.verdict(call);
    }

    /** @return as a look-up is asked */
    public <T> CompletionStage<T> lookup(Supplier<T> call) {
        return guard.lookup(call);
    }
}
