package org.jeongmun.spi;

import static java.util.Objects.requireNonNull;

/**
 * Says which setting of a cohort a plugin refuses, and what to write instead. The operator who wrote the campaign file
 * reads it, so it may repeat the setting; it has no stack trace worth showing.
 */
public final class InvalidSettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String problem;
    private final String remedy;

    /**
     * @param key the setting at fault, also when it is missing or unknown
     * @param problem what is wrong with it, a sentence
     * @param remedy what to write instead, a sentence
     */
    public InvalidSettingsException(String key, String problem, String remedy) {
        super("%s: %s %s"
                .formatted(
                        requireNonNull(key, "key"),
                        requireNonNull(problem, "problem"),
                        requireNonNull(remedy, "remedy")));
        this.key = key;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** @return the name of the setting at fault */
    public String key() {
        return key;
    }

    /** @return what is wrong, a sentence */
    public String problem() {
        return problem;
    }

    /** @return what to write instead, a sentence */
    public String remedy() {
        return remedy;
    }
}
