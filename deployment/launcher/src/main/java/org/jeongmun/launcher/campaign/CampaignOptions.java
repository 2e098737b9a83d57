package org.jeongmun.launcher.campaign;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.Settings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The campaign file of a command, and the plugins that its rules are looked up in; mix it in. */
final class CampaignOptions {
    @Parameters(index = "0", paramLabel = "FILE", description = "The campaign file, YAML.")
    private Path file;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "A folder of plugin jars beside the built-in ones (default: portal.plugins).")
    private Path plugins;

    /** What a command asks of a campaign while its rules are at hand. */
    interface Look {
        void at(Campaign campaign, EligibilityRules rules);
    }

    /**
     * Reads the file.
     *
     * @return empty when it has faults, which are printed, one line each
     */
    Optional<Campaign> read(PrintWriter errors, Look look) {
        Optional<Path> folder = Optional.ofNullable(plugins)
                .or(() -> new Settings().value("portal.plugins").map(Path::of));
        try (InstalledRules rules = InstalledRules.load(folder)) {
            Campaign campaign = CampaignFile.read(file, rules);
            look.at(campaign, rules);
            return Optional.of(campaign);
        } catch (CampaignRefusedException refused) {
            refused.faults().forEach(fault -> errors.println("%s, %s".formatted(file, fault)));
            errors.flush();
            return Optional.empty();
        }
    }
}
