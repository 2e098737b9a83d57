package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Folders;
import org.jeongmun.acceptance.portal.PortalJar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("campaign check")
class CampaignCheckIT {
    private static final String FIRST_LINE_OF_WINDOWS = "windows:";

    private final Path folder = Folders.create("campaign");

    @AfterEach
    void cleanUp() {
        Folders.delete(folder);
    }

    private static PortalJar.Ended check(Path file) {
        return PortalJar.run("campaign", "check", file.toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"closing.yaml", "changing.yaml", "changing-earlier.yaml"})
    void acceptsACampaign(String name) {
        PortalJar.Ended ended = check(Campaigns.file(name));
        assertEquals(0, ended.exitCode(), ended::toString);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a window that closes before it opens | closes: 2021-07-14T20:02 | closes: 2021-07-14T17:00",
                "a time that is none                  | opens: 2021-07-14T18:00 | opens: 2021-02-30T18:00",
                "a cohort that is not there           | cohort: age-60-64       | cohort: age-99",
                "a rule that no plugin has            | rule: cohort-birth-year | rule: cohort-moon-phase",
                "an unknown key                       | holdMinutes: 1          | holdHours: 1",
                "a key twice                          | zone: Asia/Seoul        | 'campaign: again'",
                "a zone that is none                  | zone: Asia/Seoul        | zone: Asia/Atlantis",
                "settings that the plugin refuses     | 'from: 1962, to: 1966'  | 'from: 1966, to: 1962'",
                "a hold of no length                  | holdMinutes: 1          | holdMinutes: 0",
                "a number that is none                | graceMinutes: 10        | graceMinutes: ten"
            })
    void refusesWithTheLine(String what, String right, String wrong) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Campaigns.file("closing.yaml")));
        int at = lineWith(lines, right);
        lines.set(at, lines.get(at).replace(right, wrong));
        assertRefused(at + 1, lines);
    }

    @Test
    void refusesTwoWindowsOfOneCohortThatOverlap() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Campaigns.file("closing.yaml")));
        int last = lines.size() - 1;
        lines.add(lines.get(last).replace("w0715", "w0716").replace("age-60-64", "age-55-59"));
        assertRefused(last + 2, lines);
    }

    @Test
    void refusesWhatIsNoYaml() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Campaigns.file("closing.yaml")));
        int at = lineWith(lines, FIRST_LINE_OF_WINDOWS);
        lines.set(at, "windows: [");
        Path file = Files.write(folder.resolve("broken.yaml"), lines);
        PortalJar.Ended ended = check(file);
        assertEquals(2, ended.exitCode(), ended::toString);
        assertFalse(ended.errors().contains("\tat "), ended::toString);
    }

    private static int lineWith(List<String> lines, String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("No line with " + text);
    }

    private void assertRefused(int line, List<String> lines) throws IOException {
        PortalJar.Ended ended = check(Files.write(folder.resolve("wrong.yaml"), lines));
        assertEquals(2, ended.exitCode(), ended::toString);
        assertFalse(ended.errors().contains("\tat "), ended::toString);
        assertTrue(ended.errors().contains("line " + line + ": "), () -> line + " in " + ended);
    }
}
