package org.jeongmun.launcher.campaign;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.waitingroom.WaitingRoom;

/** Makes a campaign of the text of its file, or a list of everything that is wrong with it. */
final class CampaignReader {
    private static final Set<String> KEYS =
            Set.of("campaign", "zone", "cohorts", "windows", "waitingRoom", "proxyBooking", "vaccines", "pools");
    private static final Set<String> ROOM_KEYS = Set.of("order", "admitPerSecond", "maxInside", "passMinutes");
    private static final Map<String, WaitingRoom.Order> ORDERS =
            Map.of("draw", WaitingRoom.Order.DRAW, "arrival", WaitingRoom.Order.ARRIVAL);
    private static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "false", false);
    /** The most that a file may say of people per second. */
    static final int MOST = 1_000_000;

    private final EligibilityRules rules;
    private final Faults faults = new Faults();

    private CampaignReader(EligibilityRules rules) {
        this.rules = rules;
    }

    /**
     * Reads the text of a campaign file.
     *
     * @param rules the rules that a cohort can name
     * @throws CampaignRefusedException with every fault of the file
     */
    static Campaign read(String text, EligibilityRules rules) throws CampaignRefusedException {
        return new CampaignReader(rules).read(text);
    }

    private Campaign read(String text) throws CampaignRefusedException {
        Optional<YamlNode> root = YamlReader.read(text, faults);
        if (root.isEmpty() && faults.isEmpty()) {
            faults.add(1, "The file is empty. Begin with campaign: ID.");
        }
        Optional<Campaign> campaign =
                root.flatMap(node -> Group.of(node, "the file", faults)).flatMap(file -> campaign(file, text));
        if (!faults.isEmpty()) {
            throw new CampaignRefusedException(faults.inOrder());
        }
        return campaign.orElseThrow();
    }

    private Optional<Campaign> campaign(Group file, String source) {
        file.refuseAllBut(KEYS);
        Optional<CampaignId> id = file.requiredId("campaign", CampaignId::new);
        Optional<ZoneId> zone = zone(file);
        CohortsReader cohorts = new CohortsReader(rules, faults);
        cohorts.read(file.requiredItems("cohorts"));
        SupplyReader supply = new SupplyReader(file, new LocalTimes(zone, faults), faults);
        RotationReader rotations = new RotationReader(zone, cohorts, rules, faults);
        WindowsReader windows = new WindowsReader(zone, cohorts::mayName, rotations, supply.uses(), faults);
        windows.read(file.requiredItems("windows"));
        supply.uses().refuseUnused();
        Optional<WaitingRoom> waitingRoom = waitingRoom(file, windows.windows());
        Optional<ProxyBooking> proxyBooking = proxyBooking(file);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        List<Cohort> everybody = Stream.concat(cohorts.cohorts().stream(), rotations.ofOneDay().stream())
                .toList();
        OpeningSchedule schedule =
                new OpeningSchedule(id.orElseThrow(), 0, zone.orElseThrow(), everybody, windows.windows());
        return Optional.of(new Campaign(schedule, waitingRoom, proxyBooking, supply.supply(), source));
    }

    private Optional<ZoneId> zone(Group file) {
        Optional<YamlNode.Scalar> name = file.required("zone");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (ZoneId.getAvailableZoneIds().contains(name.get().text())) {
            return Optional.of(ZoneId.of(name.get().text()));
        }
        faults.add(
                name.get().line(),
                "zone %s: there is no such time zone. Write one such as Asia/Seoul.",
                Quoted.of(name.get().text()));
        return Optional.empty();
    }

    private Optional<WaitingRoom> waitingRoom(Group file, List<BookingWindow> windows) {
        boolean checkIn = windows.stream().anyMatch(window -> window.checkInAt().isPresent());
        if (!file.has("waitingRoom") && checkIn) {
            faults.add(
                    file.line(),
                    "A window has checkIn, so the file must say who is let in first."
                            + " Add waitingRoom: { order: draw } or { order: arrival }.");
        }
        Optional<Group> group = file.group("waitingRoom");
        if (group.isEmpty()) {
            return Optional.empty();
        }
        Group room = group.get();
        room.refuseAllBut(ROOM_KEYS);
        if (checkIn && !room.has("order")) {
            faults.add(
                    room.line(),
                    "waitingRoom has no order, and a window has checkIn. Add order: draw or order: arrival.");
        }
        return Optional.of(new WaitingRoom(
                room.choice("order", ORDERS).orElse(WaitingRoom.Order.ARRIVAL),
                room.number("admitPerSecond", 1, MOST, WaitingRoom.ADMIT_PER_SECOND),
                room.number("maxInside", 1, 100 * MOST, WaitingRoom.MAX_INSIDE),
                room.number("passMinutes", 1, 24 * 60, WaitingRoom.PASS_MINUTES)));
    }

    private Optional<ProxyBooking> proxyBooking(Group file) {
        Optional<Group> group = file.group("proxyBooking");
        if (group.isEmpty()) {
            return Optional.empty();
        }
        group.get().refuseAllBut(Set.of("allowed", "perRepresentative"));
        group.get().required("allowed");
        return Optional.of(new ProxyBooking(
                group.get().choice("allowed", YES_OR_NO).orElse(false),
                group.get().number("perRepresentative", 1, 100, ProxyBooking.PER_REPRESENTATIVE)));
    }
}
