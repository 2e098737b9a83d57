package org.jeongmun.launcher.directory;

import java.util.Locale;

/** What storing rows has done to the directory. */
public record Changes(long added, long changed, long unchanged) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d new, %,d changed, %,d as they were", added, changed, unchanged);
    }
}
