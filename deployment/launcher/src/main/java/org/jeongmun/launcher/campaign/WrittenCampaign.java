package org.jeongmun.launcher.campaign;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.supply.PoolUse;

/** The text of a campaign file that says what is in force. */
public final class WrittenCampaign {
    private WrittenCampaign() {}

    /**
     * Writes a campaign down.
     *
     * @param rules by which its own file can be read again
     * @return that file, word for word, unless a window was postponed or extended since
     */
    public static String of(Campaign campaign, EligibilityRules rules) {
        try {
            if (CampaignReader.read(campaign.source(), rules).saysTheSameAs(campaign)) {
                return campaign.source();
            }
        } catch (CampaignRefusedException writtenForOtherPlugins) {
            // What is in force can be written all the same.
            return written(campaign);
        }
        return written(campaign);
    }

    static String written(Campaign campaign) {
        ZoneId zone = campaign.schedule().zone();
        List<String> lines = new ArrayList<>();
        lines.add("campaign: " + quoted(campaign.schedule().campaign().value()));
        lines.add("zone: " + quoted(zone.getId()));
        lines.add("cohorts:");
        campaign.schedule().cohorts().forEach(cohort -> lines.add("  - " + cohort(cohort)));
        lines.add("windows:");
        campaign.schedule()
                .windows()
                .forEach(window -> lines.add(
                        "  - " + window(window, zone, campaign.supply().useOf(window.id()))));
        lines.addAll(SupplyText.written(campaign.supply(), zone));
        campaign.waitingRoom()
                .ifPresent(room ->
                        lines.add("waitingRoom: { order: %s, admitPerSecond: %d, maxInside: %d, passMinutes: %d }"
                                .formatted(
                                        room.order().name().toLowerCase(Locale.ROOT),
                                        room.admitPerSecond(),
                                        room.maxInside(),
                                        room.passMinutes())));
        campaign.proxyBooking()
                .ifPresent(proxy -> lines.add("proxyBooking: { allowed: %s, perRepresentative: %d }"
                        .formatted(proxy.allowed(), proxy.perRepresentative())));
        return String.join("\n", lines) + "\n";
    }

    private static String cohort(Cohort cohort) {
        return "{ id: %s, label: { ko: %s, en: %s }, %s }"
                .formatted(
                        quoted(cohort.id().value()),
                        quoted(cohort.label().ko()),
                        quoted(cohort.label().en()),
                        WrittenMembership.keys(cohort.rule()));
    }

    private static String window(BookingWindow window, ZoneId zone, Optional<PoolUse> use) {
        return "{ id: %s, cohort: %s, opens: %s, closes: %s%s, graceMinutes: %d, holdMinutes: %d%s }"
                .formatted(
                        quoted(window.id().value()),
                        quoted(window.cohort().value()),
                        local(window.opensAt(), zone),
                        local(window.closesAt(), zone),
                        window.checkInAt()
                                .map(at -> ", checkIn: " + local(at, zone))
                                .orElse(""),
                        window.grace().toMinutes(),
                        window.hold().toMinutes(),
                        SupplyText.writtenUse(use));
    }

    static String local(Instant moment, ZoneId zone) {
        return quoted(WrittenTime.written(moment, zone));
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
