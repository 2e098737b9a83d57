package org.jeongmun.pluginhost;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Runs calls of plugins on threads of their own and gives up on those that take too long. The stage is then completed
 * exceptionally, even where the plugin does not heed the interrupt; a call for which there is no room is refused, by
 * the stage or by an exception.
 */
interface Guard {
    /** @return what an eligibility rule came to, within a second */
    <T> CompletionStage<T> verdict(Supplier<T> call);

    /** @return what a look-up came to, within two seconds */
    <T> CompletionStage<T> lookup(Supplier<T> call);
}
