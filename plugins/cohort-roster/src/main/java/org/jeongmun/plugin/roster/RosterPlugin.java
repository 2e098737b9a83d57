package org.jeongmun.plugin.roster;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.PluginId;

/**
 * Cohorts of people who are invited by name, for example health workers: {@code with: { roster: health-workers }} takes
 * those whom the operator imported under that id. The portal keeps the roster and looks people up; this rule only turns
 * what it says into a verdict.
 */
public final class RosterPlugin implements EligibilityPlugin {
    private static final PluginId ID = new PluginId("cohort-roster");
    private static final String ROSTER = "roster";
    private static final Set<String> SETTINGS = Set.of(ROSTER);
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** For the portal, which finds this class by its registration. */
    public RosterPlugin() {}

    @Override
    public PluginId id() {
        return ID;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(ROSTER, "the id under which the roster was imported");
    }

    @Override
    public CohortRule rule(Map<String, String> settings) throws InvalidSettingsException {
        for (String key : new TreeSet<>(settings.keySet())) {
            if (!SETTINGS.contains(key)) {
                throw new InvalidSettingsException(key, "There is no such setting.", "Write roster only.");
            }
        }
        String roster = settings.get(ROSTER);
        if (roster == null) {
            throw new InvalidSettingsException(ROSTER, "The setting is missing.", "Write the id of a roster.");
        }
        if (!FORM.matcher(roster).matches()) {
            throw new InvalidSettingsException(
                    ROSTER,
                    "'%s' is not the id of a roster.".formatted(roster),
                    "Write lower-case letters, digits and hyphens, at most 64.");
        }
        return new NamedBy(roster);
    }
}
