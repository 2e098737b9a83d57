package org.jeongmun.plugin.birthdayrotation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jeongmun.spi.CohortRule;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.PluginId;

/**
 * Rotation by day of birth: {@code with: { day: 9 }} takes everybody whose rotation day is 9, which is the last digit
 * of the day of birth, so that the 10th, 20th and 30th are 0 and the 31st is 1. Everybody has exactly one of ten; on
 * which date of a calendar it comes round is not said here.
 */
public final class BirthdayRotationPlugin implements EligibilityPlugin {
    private static final PluginId ID = new PluginId("cohort-birthday-rotation");
    private static final String DAY = "day";
    private static final Set<String> SETTINGS = Set.of(DAY);
    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** For the portal, which finds this class by its registration. */
    public BirthdayRotationPlugin() {}

    @Override
    public PluginId id() {
        return ID;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(DAY, "the last digit of the day of birth, 0 to 9");
    }

    @Override
    public CohortRule rule(Map<String, String> settings) throws InvalidSettingsException {
        for (String key : new TreeSet<>(settings.keySet())) {
            if (!SETTINGS.contains(key)) {
                throw new InvalidSettingsException(key, "There is no such setting.", "Write day only.");
            }
        }
        String day = settings.get(DAY);
        if (day == null) {
            throw new InvalidSettingsException(DAY, "The setting is missing.", "Write a digit from 0 to 9.");
        }
        if (!DIGIT.matcher(day).matches()) {
            throw new InvalidSettingsException(
                    DAY, "'%s' is not a rotation day.".formatted(day), "Write one digit from 0 to 9.");
        }
        return new RotationDay(Integer.parseInt(day));
    }
}
