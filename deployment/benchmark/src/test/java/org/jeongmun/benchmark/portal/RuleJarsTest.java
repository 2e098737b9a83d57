package org.jeongmun.benchmark.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jeongmun.spi.ApplicantFacts;
import org.jeongmun.spi.EligibilityPlugin;
import org.jeongmun.spi.InvalidSettingsException;
import org.jeongmun.spi.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Copies of a plugin")
class RuleJarsTest {
    @TempDir
    private Path folder;

    @Test
    void areFoundUnderTheirOwnIdsAndJudge() throws IOException, InvalidSettingsException {
        RuleJars.write(folder, 2);
        URL[] jar = {folder.resolve("cohort-copy-1.jar").toUri().toURL()};

        try (URLClassLoader loader = new URLClassLoader(jar, RuleJarsTest.class.getClassLoader())) {
            List<EligibilityPlugin> found = ServiceLoader.load(EligibilityPlugin.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

            assertEquals(1, found.size());
            assertEquals(RuleJars.id(1), found.get(0).id().value());
            assertEquals(
                    Verdict.member("THIS_YEAR"),
                    found.get(0).rule(Map.of("year", "1964")).evaluate(new ApplicantFacts(LocalDate.of(1964, 1, 1))));
        }
    }
}
