package org.jeongmun.launcher.story;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.campaign.Campaign;
import org.jeongmun.launcher.campaign.CampaignFile;
import org.jeongmun.launcher.campaign.CampaignRefusedException;
import org.jeongmun.launcher.campaign.InForce;
import org.jeongmun.launcher.campaign.InstalledRules;
import org.jeongmun.launcher.campaign.ScheduleChange;
import org.jeongmun.launcher.campaign.StoredCampaigns;
import org.jeongmun.launcher.directory.Seeding;
import org.jeongmun.schedule.OpeningSchedule;

/**
 * What a new demo database is filled with, 14 July 2021 as it should have been: one window for ages 55-59, and 300
 * clinics with slots from 26 July on. It is told before the demo's clock starts; a first run that was cut off tells it
 * again, so telling it twice leaves the same as telling it once.
 */
public final class StoryOfJuly {
    private static final int CLINICS = 300;
    private static final int WORKING_DAYS = 20;
    private static final int CAPACITY = 2;
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 7, 26);
    /** From the opening to the first vaccinations, in the story and in any campaign that takes its place. */
    private static final int DAYS_AHEAD = 12;

    /**
     * Fills the database.
     *
     * @param owner a connection that has put on the owning role, committing each statement by itself
     * @param file the campaign file that replaces the story's own, if one was given
     * @throws CommandFailure when the campaign file is refused
     */
    public void tell(Connection owner, Optional<Path> file, Progress progress) throws SQLException {
        withCampaign(file, (campaign, rules) -> {
            Seeding.fill(owner, CLINICS, WORKING_DAYS, CAPACITY, firstDay(campaign.schedule()), progress);
            // Before the demo's clock runs nothing has been announced to anybody, so nothing can become earlier.
            new ScheduleChange(owner).applyThoughEarlier(campaign, "The story of the demo");
            InForce.allot(owner, progress).ifPresent(allotted -> allotted.print(progress));
            progress.line(
                    "Campaign %s is in force.".formatted(campaign.schedule().campaign()));
        });
    }

    /**
     * Puts another campaign in the place of the one in force, once the clock runs, by the rules of {@code campaign
     * apply}. The clinics stay. A file that says what one said that was in force before is no change.
     *
     * @param owner a connection that has put on the owning role, committing each statement by itself
     * @throws CommandFailure when the campaign file is refused, or those rules do not allow it
     */
    public void replaceCampaign(Connection owner, Path file, Progress progress) throws SQLException {
        withCampaign(Optional.of(file), (campaign, rules) -> {
            try {
                InForce.replaceUnlessAppliedBefore(owner, campaign, rules, progress);
            } catch (CommandFailure refused) {
                // What it offers, such as --earlier, is an option of that command alone.
                throw new CommandFailure(
                        refused.exitCode(),
                        "--campaign %s, as for `portal.jar campaign apply`: %s".formatted(file, refused.getMessage()));
            }
        });
    }

    /**
     * Looks at the campaign in force.
     *
     * @param owner a connection that has put on the owning role
     * @return whether it is the story's own, with every window as it is told there
     */
    public boolean isInForce(Connection owner) throws SQLException {
        try (InstalledRules rules = rules()) {
            Campaign story = ofTheStory(rules);
            return new StoredCampaigns(owner)
                    .inForce()
                    .filter(story::saysTheSameAs)
                    .isPresent();
        }
    }

    /** What is done with a campaign while its rules are at hand. */
    private interface Work {
        void with(Campaign campaign, EligibilityRules rules) throws SQLException;
    }

    private static void withCampaign(Optional<Path> file, Work work) throws SQLException {
        try (InstalledRules rules = rules()) {
            work.with(file.isPresent() ? CampaignFile.ofOption(file.get(), rules) : ofTheStory(rules), rules);
        }
    }

    private static InstalledRules rules() {
        return InstalledRules.load(new Settings().value("portal.plugins").map(Path::of));
    }

    private static Campaign ofTheStory(EligibilityRules rules) {
        try {
            return CampaignFile.ofTheStory(rules);
        } catch (CampaignRefusedException refused) {
            throw CommandFailure.notThere("portal.jar is damaged: the campaign of the story, %s Build it again."
                    .formatted(refused.faults().get(0)));
        }
    }

    /** In the story 26 July; where a campaign opens later, as many days after its opening as in the story. */
    static LocalDate firstDay(OpeningSchedule schedule) {
        Instant opens = schedule.windows().get(0).opensAt();
        LocalDate ahead = opens.atZone(ZoneId.of("Asia/Seoul")).toLocalDate().plusDays(DAYS_AHEAD);
        return ahead.isAfter(FIRST_DAY) ? ahead : FIRST_DAY;
    }
}
