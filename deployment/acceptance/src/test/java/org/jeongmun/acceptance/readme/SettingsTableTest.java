package org.jeongmun.acceptance.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.launcher.LauncherSetting;
import org.jeongmun.web.config.Setting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The table is generated from the code: with {@code -Dreadme.write=true} this writes it, and without that it fails when
 * the table differs from what it would write.
 */
@DisplayName("The README's table of settings")
class SettingsTableTest {
    private static final String BEGIN = "<!-- settings:begin -->\n";
    private static final String END = "<!-- settings:end -->";

    @Test
    void isWhatTheCodeSays() throws IOException {
        Path file = readme();
        String readme = Files.readString(file);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        String wanted = readme.substring(0, begin) + table() + readme.substring(end);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(file, wanted);
            return;
        }
        assertEquals(wanted, readme, "Write it: mvn verify -pl deployment/acceptance -am -Dreadme.write=true");
    }

    private static String table() {
        Stream<String> rows = Stream.concat(
                Stream.of(Setting.values()).map(setting -> row(setting.key(), setting.meaning(), setting.fallback())),
                Stream.of(LauncherSetting.values())
                        .map(setting -> row(setting.key(), setting.meaning(), setting.fallback())));
        return rows.collect(
                Collectors.joining("", "| key | environment | meaning | default |\n|---|---|---|---|\n", ""));
    }

    private static String row(String key, String meaning, Optional<String> fallback) {
        String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
        return "| `%s` | `%s` | %s | %s |\n"
                .formatted(
                        key,
                        variable,
                        meaning,
                        fallback.map(value -> "`" + value + "`").orElse("–"));
    }

    private static Path readme() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder.resolve("README.md");
    }
}
