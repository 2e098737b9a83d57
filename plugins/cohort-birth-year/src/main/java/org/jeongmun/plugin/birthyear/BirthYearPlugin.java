package org.jeongmun.plugin.birthyear;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.PluginId;

/**
 * Cohorts by year of birth: {@code with: { from: 1962, to: 1966 }} invites everybody born from 1 January 1962 to
 * 31 December 1966. Both settings are needed, four digits each.
 */
public final class BirthYearPlugin implements EligibilityPlugin {
    private static final PluginId ID = new PluginId("cohort-birth-year");
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final Set<String> SETTINGS = Set.of(FROM, TO);
    private static final Pattern YEAR = Pattern.compile("(18|19|20)[0-9]{2}");

    /** For the portal, which finds this class by its registration. */
    public BirthYearPlugin() {}

    @Override
    public PluginId id() {
        return ID;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(FROM, "the first year of birth, four digits");
        settings.put(TO, "the last year of birth, four digits");
        return settings;
    }

    @Override
    public CohortRule rule(Map<String, String> settings) throws InvalidSettingsException {
        for (String key : new TreeSet<>(settings.keySet())) {
            if (!SETTINGS.contains(key)) {
                throw new InvalidSettingsException(key, "There is no such setting.", "Write from and to only.");
            }
        }
        int from = year(settings, FROM);
        int to = year(settings, TO);
        if (to < from) {
            throw new InvalidSettingsException(
                    TO, "The last year %d lies before the first year %d.".formatted(to, from), "Swap them.");
        }
        return new BornBetween(from, to);
    }

    private static int year(Map<String, String> settings, String key) throws InvalidSettingsException {
        String text = settings.get(key);
        if (text == null) {
            throw new InvalidSettingsException(key, "The setting is missing.", "Write a year of birth, such as 1962.");
        }
        if (!YEAR.matcher(text).matches()) {
            throw new InvalidSettingsException(
                    key, "'%s' is not a year of birth.".formatted(text), "Write four digits from 1800 to 2099.");
        }
        return Integer.parseInt(text);
    }
}
