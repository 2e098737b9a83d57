package org.jeongmun.acceptance.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.supply.Allotment;
import org.jeongmun.launcher.supply.Allotment.Allotted;
import org.jeongmun.launcher.supply.Move;
import org.jeongmun.launcher.supply.Mover;
import org.jeongmun.launcher.supply.SupplyWriter;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.EligibilityRule;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolId;
import org.jeongmun.supply.PoolUse;
import org.jeongmun.supply.Release;
import org.jeongmun.supply.Supply;
import org.jeongmun.supply.Vaccine;

/** A campaign of one test's own whose window draws on a pool, with clinics in two provinces; a vaccine named for it. */
final class Supplied {
    static final String SEOUL = "서울특별시";
    static final String JEJU = "제주특별자치도";
    static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

    private final Campaign campaign;
    private final List<SlotId> slots = new ArrayList<>();
    private Supply supply;

    private Supplied(Campaign campaign) {
        this.campaign = campaign;
    }

    /** @return a campaign that is open, without anything to give */
    static Supplied open() throws SQLException {
        return new Supplied(Campaign.open());
    }

    Campaign campaign() {
        return campaign;
    }

    List<SlotId> slots() {
        return slots;
    }

    String vaccine() {
        return "vaccine-" + campaign.id().value();
    }

    PoolId pool() {
        return new PoolId(campaign.id().value() + "-pool");
    }

    /** Adds a clinic with slots of so many places, one each day from the tenth day after the window on. */
    Supplied clinic(String id, String sido, int days, int capacity) throws SQLException {
        String name = campaign.id().value() + "-" + id;
        TestDatabase.change(
                "INSERT INTO clinic VALUES (?, '의원', ?, '중구', '세종대로 1', '02-000-0000', 37.5, 127)", name, sido);
        for (int day = 0; day < days; day++) {
            slots.add(slot(name, day, capacity));
        }
        return this;
    }

    SlotId slot(String clinic, int day, int capacity) throws SQLException {
        Instant start =
                campaign.window().closesAt().truncatedTo(ChronoUnit.HOURS).plus(10L + day, ChronoUnit.DAYS);
        return new SlotId(TestDatabase.number(
                "INSERT INTO slot (clinic_id, starts_at, ends_at, vaccine, capacity)"
                        + " VALUES (?, ?::timestamptz, ?::timestamptz + interval '30 minutes', ?, ?) RETURNING id",
                clinic,
                start.toString(),
                start.toString(),
                vaccine(),
                capacity));
    }

    /** Announces these releases for the window, and allots them. */
    Allotted releases(Release... releases) throws SQLException {
        return say(new Supply(
                List.of(new Vaccine(vaccine(), Optional.empty(), Optional.empty())),
                List.of(new Pool(pool(), Optional.of(vaccine()), Optional.empty(), List.of(releases))),
                List.of(new PoolUse(campaign.window().id(), pool(), false, false))));
    }

    /** Says that the vaccine is given twice; no pool. */
    void twice(int min, int target, int max) throws SQLException {
        say(new Supply(
                List.of(new Vaccine(vaccine(), Optional.empty(), Optional.of(new Vaccine.Interval(min, target, max)))),
                List.of(),
                List.of()));
    }

    private Allotted say(Supply said) throws SQLException {
        supply = said;
        try (Connection owner = TestDatabase.owner()) {
            owner.setAutoCommit(false);
            new SupplyWriter(owner)
                    .store(schedule(), supply, TestDatabase.number("SELECT max(version) FROM schedule_version"));
            owner.commit();
        }
        return allot();
    }

    Allotted allot() throws SQLException {
        try (Connection owner = TestDatabase.owner()) {
            return new Allotment(owner, new Progress()).make(schedule(), supply);
        }
    }

    long move(Move.Side from, Move.Side to, java.util.OptionalLong places) throws SQLException {
        try (Connection owner = TestDatabase.owner()) {
            return new Mover(owner, ZONE).move(supply.pools().get(0), new Move(pool(), from, to, places, "a test"));
        }
    }

    OpeningSchedule schedule() {
        Cohort cohort = new Cohort(
                campaign.window().cohort(),
                new LocalizedText("가", "A"),
                new EligibilityRule("cohort-birth-year", Map.of()));
        return new OpeningSchedule(campaign.id(), 1, ZONE, List.of(cohort), List.of(campaign.window()));
    }

    /** @return the sum of a column over this campaign's slots */
    long sum(String column) throws SQLException {
        return TestDatabase.number("SELECT COALESCE(sum(" + column + "), 0) FROM slot WHERE vaccine = ?", vaccine());
    }

    /** @return what of the pool is released now, over all slots */
    long released() throws SQLException {
        return TestDatabase.number(
                "SELECT COALESCE(sum(released), 0) FROM supply_now WHERE pool_id = ?", pool().value());
    }

    /** @return how many people have a place of this campaign */
    long booked() throws SQLException {
        return TestDatabase.number(
                "SELECT count(*) FROM reservation WHERE campaign_id = ? AND state IN ('HELD', 'CONFIRMED')",
                campaign.id().value());
    }

    /** @return the portal's time, plus so much */
    static Instant soon(long millis) throws SQLException {
        return Instant.EPOCH.plus(
                TestDatabase.number("SELECT (extract(epoch FROM portal_now()) * 1000000)::bigint") + 1_000 * millis,
                ChronoUnit.MICROS);
    }

    /** @return what is allotted at the clinic that was added under that id */
    long releasedAt(String clinic) throws SQLException {
        return TestDatabase.number(
                "SELECT sum(released) FROM slot WHERE clinic_id = ?",
                campaign.id().value() + "-" + clinic);
    }
}
