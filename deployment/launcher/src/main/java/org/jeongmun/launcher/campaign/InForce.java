package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jeongmun.launcher.supply.Allotment;

/** Brings the slots to what the campaign in force says of their supply. */
public final class InForce {
    private InForce() {}

    /**
     * Allots, and takes back, what is due.
     *
     * @param owner a connection that has put on the owning role, in auto-commit; it stays so
     * @return empty when no campaign is in force
     */
    public static Optional<Allotment.Allotted> allot(Connection owner) throws SQLException {
        Optional<Campaign> campaign = new StoredCampaigns(owner).inForce();
        return campaign.isEmpty()
                ? Optional.empty()
                : Optional.of(new Allotment(owner)
                        .make(campaign.get().schedule(), campaign.get().supply()));
    }
}
