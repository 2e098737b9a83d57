package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.supply.Allotment;

/** What is done with the campaign in force. */
public final class InForce {
    private InForce() {}

    /**
     * Brings the slots to what it says of their supply: allots, and takes back, what is due.
     *
     * @param owner a connection that has put on the owning role, in auto-commit; it stays so
     * @return empty when no campaign is in force
     */
    public static Optional<Allotment.Allotted> allot(Connection owner, Progress progress) throws SQLException {
        Optional<Campaign> campaign = new StoredCampaigns(owner).inForce();
        return campaign.isEmpty()
                ? Optional.empty()
                : Optional.of(new Allotment(owner, progress)
                        .make(campaign.get().schedule(), campaign.get().supply()));
    }

    /**
     * Puts a campaign in force as {@code campaign apply} does, unless a file that says the same was in force before:
     * what operators have changed since, such as a window that they postponed, outlives a restart with the same file.
     *
     * @param owner a connection that has put on the owning role, in auto-commit; it stays so
     * @param rules by which {@code campaign} was read
     * @throws CommandFailure exit code 2, when the schedule in force does not allow it
     */
    public static void replaceUnlessAppliedBefore(
            Connection owner, Campaign campaign, EligibilityRules rules, Progress progress) throws SQLException {
        if (wasApplied(campaign, owner, rules)) {
            progress.line("Campaign %s of that file was applied before; what was changed since stays in force."
                    .formatted(campaign.schedule().campaign()));
        } else {
            new ScheduleChange(owner).apply(campaign, Optional.empty(), rules).print(progress);
        }
        // In any case: whoever was interrupted right after a change has not allotted yet.
        allot(owner, progress).ifPresent(allotted -> allotted.print(progress));
    }

    private static boolean wasApplied(Campaign campaign, Connection owner, EligibilityRules rules) throws SQLException {
        return new StoredCampaigns(owner).sources().stream().anyMatch(source -> saysTheSame(source, campaign, rules));
    }

    private static boolean saysTheSame(String source, Campaign campaign, EligibilityRules rules) {
        try {
            return CampaignReader.read(source, rules).saysTheSameAs(campaign);
        } catch (CampaignRefusedException writtenForOtherPlugins) {
            return false;
        }
    }
}
