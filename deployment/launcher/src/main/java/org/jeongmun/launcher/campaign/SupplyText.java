package org.jeongmun.launcher.campaign;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolUse;
import org.jeongmun.supply.Release;
import org.jeongmun.supply.Supply;
import org.jeongmun.supply.Vaccine;

/** What a campaign says about supply, as lines for the operator. */
final class SupplyText {
    private SupplyText() {}

    /** @return the changes, one line each: + new, - gone; what is changed is both */
    static List<String> difference(Optional<Campaign> before, Campaign after) {
        ZoneId zone = after.schedule().zone();
        List<String> then = before.map(each -> lines(each, zone)).orElse(List.of());
        List<String> now = lines(after, zone);
        List<String> changes = new ArrayList<>();
        now.stream().filter(line -> !then.contains(line)).forEach(line -> changes.add("+ " + line));
        then.stream().filter(line -> !now.contains(line)).forEach(line -> changes.add("- " + line));
        return changes;
    }

    private static List<String> lines(Campaign campaign, ZoneId zone) {
        Supply supply = campaign.supply();
        List<String> lines = new ArrayList<>();
        supply.vaccines().forEach(vaccine -> lines.add(vaccine(vaccine)));
        for (Pool pool : supply.pools()) {
            lines.add("pool %s%s%s"
                    .formatted(
                            pool.id(),
                            pool.vaccine()
                                    .map(vaccine -> " of vaccine " + vaccine)
                                    .orElse(""),
                            pool.days()
                                    .map(days -> " for appointments of " + days)
                                    .orElse("")));
            pool.releases().forEach(release -> lines.add(release(pool, release, zone)));
        }
        campaign.schedule()
                .windows()
                .forEach(window -> use(campaign.schedule(), supply, window).ifPresent(lines::add));
        return lines;
    }

    private static String vaccine(Vaccine vaccine) {
        return "vaccine %s: %s"
                .formatted(
                        vaccine.id(),
                        vaccine.interval()
                                .map(each -> "2 doses, %d to %d days apart, best %d"
                                        .formatted(each.minDays(), each.maxDays(), each.targetDays()))
                                .orElse("1 dose"));
    }

    private static String release(Pool pool, Release release, ZoneId zone) {
        String by = release.bySido().isEmpty()
                ? "evenly"
                : release.bySido().entrySet().stream()
                        .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "));
        return "release of pool %s at %s: %,d, %s"
                .formatted(pool.id(), WrittenTime.shown(release.at(), zone), release.add(), by);
    }

    private static Optional<String> use(OpeningSchedule schedule, Supply supply, BookingWindow window) {
        return supply.useOf(window.id())
                .map(use -> "window %s draws on pool %s%s".formatted(window.id(), use.pool(), day(use)));
    }

    private static String day(PoolUse use) {
        if (!use.perDay()) {
            return "";
        }
        return use.carryOver() ? ", its day's part, what is left goes on" : ", its day's part, what is left stays";
    }

    /** @return the part of a campaign file that says the same */
    static List<String> written(Supply supply, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        if (!supply.vaccines().isEmpty()) {
            lines.add("vaccines:");
            supply.vaccines().forEach(vaccine -> lines.add("  - " + writtenVaccine(vaccine)));
        }
        if (!supply.pools().isEmpty()) {
            lines.add("pools:");
            supply.pools().forEach(pool -> lines.add("  - " + writtenPool(pool, zone)));
        }
        return lines;
    }

    /** @return the keys of a window that say what it draws on, each after a comma */
    static String writtenUse(Optional<PoolUse> use) {
        return use.map(each -> ", pool: %s%s"
                        .formatted(
                                WrittenCampaign.quoted(each.pool().value()),
                                each.perDay() ? ", perDay: even, carryOver: " + each.carryOver() : ""))
                .orElse("");
    }

    private static String writtenVaccine(Vaccine vaccine) {
        return "{ id: %s%s, doses: %d%s }"
                .formatted(
                        WrittenCampaign.quoted(vaccine.id()),
                        vaccine.label()
                                .map(label -> ", label: { ko: %s, en: %s }"
                                        .formatted(
                                                WrittenCampaign.quoted(label.ko()), WrittenCampaign.quoted(label.en())))
                                .orElse(""),
                        vaccine.doses(),
                        vaccine.interval()
                                .map(each -> ", interval: { minDays: %d, targetDays: %d, maxDays: %d }"
                                        .formatted(each.minDays(), each.targetDays(), each.maxDays()))
                                .orElse(""));
    }

    private static String writtenPool(Pool pool, ZoneId zone) {
        return "{ id: %s%s%s, releases: [%s] }"
                .formatted(
                        WrittenCampaign.quoted(pool.id().value()),
                        pool.vaccine()
                                .map(vaccine -> ", vaccine: " + WrittenCampaign.quoted(vaccine))
                                .orElse(""),
                        pool.days().map(days -> ", days: " + days).orElse(""),
                        pool.releases().stream()
                                .map(release -> writtenRelease(release, zone))
                                .collect(Collectors.joining(", ")));
    }

    private static String writtenRelease(Release release, ZoneId zone) {
        String by = release.bySido().isEmpty()
                ? "even"
                : release.bySido().entrySet().stream()
                        .map(SupplyText::writtenSido)
                        .collect(Collectors.joining(", ", "{ ", " }"));
        return "{ at: %s, add: %d, by: %s }".formatted(WrittenCampaign.local(release.at(), zone), release.add(), by);
    }

    private static String writtenSido(Map.Entry<String, Long> sido) {
        return WrittenCampaign.quoted(sido.getKey()) + ": " + sido.getValue();
    }
}
