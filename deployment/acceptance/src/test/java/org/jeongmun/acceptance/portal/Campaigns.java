package org.jeongmun.acceptance.portal;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The campaign files of these tests. */
public final class Campaigns {
    private Campaigns() {}

    /** @return the file of that name */
    public static Path file(String name) {
        URL found = Campaigns.class.getResource("/campaigns/" + name);
        if (found == null) {
            throw new IllegalArgumentException("No campaign file called %s.".formatted(name));
        }
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
