package org.jeongmun.spi;

import java.util.Map;

/**
 * One kind of rule by which a campaign can say who belongs to a cohort, for example "born from 1962 to 1966".
 *
 * <p>The portal finds implementations with {@link java.util.ServiceLoader} in the plugin's own jar when it starts,
 * creates one instance of each with its public no-argument constructor, and calls it from many threads at once. The
 * constructor and both methods return quickly (well under a second) and open no socket, file or thread.
 *
 * <p>A constructor or {@link #id()} that throws stops the start of the portal, naming the jar.
 */
public interface EligibilityPlugin {

    /**
     * Names this plugin; a campaign file's {@code rule:} says this.
     *
     * @return the same id on every call; unique among all plugins, or the portal does not start
     */
    PluginId id();

    /**
     * Tells an operator which settings a cohort can have.
     *
     * @return a sentence for each key of {@code with:}; in the order in which to show them
     */
    default Map<String, String> settings() {
        return Map.of();
    }

    /**
     * Makes the rule of one cohort from its settings. Called when a campaign is checked or applied and once on each
     * node for each cohort of a new schedule version, never once per applicant.
     *
     * @param settings what the campaign file says below {@code with:}, every value as the text that stands there; never
     *     {@code null}, unmodifiable, possibly empty
     * @return a rule that depends on nothing but these settings and what each call lends it; never {@code null}
     * @throws InvalidSettingsException if a setting is missing, unknown or has no meaning; shown to the operator
     */
    CohortRule rule(Map<String, String> settings) throws InvalidSettingsException;
}
