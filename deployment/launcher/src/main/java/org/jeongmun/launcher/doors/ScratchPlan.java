package org.jeongmun.launcher.doors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.campaign.CampaignFile;
import org.jeongmun.launcher.campaign.InstalledRules;
import org.jeongmun.launcher.campaign.StoredCampaigns;
import org.jeongmun.launcher.campaign.WrittenCampaign;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.Databases;

/**
 * What a scratch portal is to be.
 *
 * @param campaign the text of its campaign file
 * @param plugins its folder of plugin jars, if it has one
 * @param at when its clock starts
 */
record ScratchPlan(String campaign, Optional<Path> plugins, Optional<Instant> at) {
    /**
     * Plans the portal of a folder once more, or one of the given parts.
     *
     * @throws CommandFailure exit code 2 for a file that cannot be read or has faults, 3 where there is no campaign
     */
    static ScratchPlan of(
            Path data, Optional<Path> campaign, Optional<Path> plugins, Optional<Instant> at, Progress progress) {
        Settings settings = new Settings();
        Optional<Path> jars =
                plugins.or(() -> settings.value("portal.plugins").map(Path::of)).map(Path::toAbsolutePath);
        if (campaign.isPresent()) {
            return new ScratchPlan(checked(campaign.get(), jars), jars, at);
        }
        if (!Files.isDirectory(data) && settings.value("portal.db.url").isEmpty()) {
            throw CommandFailure.notThere(
                    "%s: there is no portal's folder, so no campaign; name one with --data, or a --campaign FILE."
                            .formatted(data));
        }
        return inForce(data, settings, jars, at, progress);
    }

    private static ScratchPlan inForce(
            Path data, Settings settings, Optional<Path> jars, Optional<Instant> at, Progress progress) {
        try (DatabaseSession session = new Databases(settings, progress).openExisting(data)) {
            session.requireSchema();
            try (Connection connection = session.portal();
                    InstalledRules rules = InstalledRules.load(jars)) {
                StoredCampaigns campaigns = new StoredCampaigns(connection);
                String text = campaigns
                        .inForce()
                        .map(campaign -> WrittenCampaign.of(campaign, rules))
                        .orElseThrow(() -> CommandFailure.notThere(
                                "No campaign is in force in %s: apply one, or name a --campaign FILE."
                                        .formatted(data)));
                Optional<Instant> now = campaigns.now();
                return new ScratchPlan(text, jars, at.or(() -> now));
            }
        } catch (SQLException failed) {
            throw CommandFailure.notThere("The database failed: " + failed.getMessage(), failed);
        }
    }

    /* Here, so that a fault is told of the file that was named, and not of the scratch portal's copy. */
    private static String checked(Path file, Optional<Path> jars) {
        try (InstalledRules rules = InstalledRules.load(jars)) {
            return CampaignFile.ofOption(file, rules).source();
        }
    }
}
