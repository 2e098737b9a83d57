package org.jeongmun.launcher.serving;

import org.jeongmun.launcher.database.DataFolder;

/** What a human reads once the portal serves. */
final class Greeting {
    private Greeting() {}

    /** @param isTheStory whether the demo is the one of the story, with its campaign and its clock */
    static String of(RunSettings run, DataFolder folder, boolean isTheStory) {
        String where = """

                Jeongmun (정문), the front door, is at  %s
                Management (this machine only)       %s/desk/
                Folder, with portal.log in it        %s
                """.formatted(run.publicUrl(), run.listeners().managementUrl(), folder.path());
        String demo = isTheStory ? STORY : OTHER_STORY;
        return where + (run.demo() ? demo : "")
                + "\nCtrl-C or SIGTERM stops it; requests under way are finished first.";
    }

    private static final String OTHER_STORY = """

            A demo with a campaign or a clock of its own. Its clock runs on across restarts; the notice on the first page says what is
            open when.
            """;

    private static final String STORY = """

            The demo: it is the evening of 14 July 2021. At 20:00:00 ages 55-59 (born 1962-1966) may reserve, and nobody
            earlier, by any door. A new demo begins at 19:58:30 of its own clock, which runs on across restarts.
            Open the page now and see the notice; open /reserve/clinic and find it shut; come back at 20:00:00, check in
            with any name, a birth date such as 19640315 and a phone number, and reserve.
            """;
}
