package org.jeongmun.benchmark.evening;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jeongmun.benchmark.ledger.Ledger;
import org.jeongmun.benchmark.visit.Applicant;
import org.jeongmun.benchmark.visit.Browser;
import org.jeongmun.benchmark.wire.Wire;

/**
 * The story: shut, a crowd joins the line, the opening, a rush, and the end; and beside the crowd partners who look
 * clinics up, and people who try to get at a place by every other way. The portal is there already, with the campaign
 * of the plan.
 */
public final class Evening {
    private static final int MOST_CONNECTIONS = 512;
    private static final long SECOND = 1_000_000_000;
    private static final long AFTER_THE_END = 3 * SECOND;
    private static final long SEED = 20210714;
    private static final double TELL_EVERY = 10;

    private final URI portal;
    private final Login login;
    private final EveningPlan plan;
    private final Consumer<String> teller;
    private InLine first;
    private int number;

    /**
     * What came of it.
     *
     * @param times when it opened and closed
     * @param timeline what happened in each second
     * @param diary how everybody fared
     * @param codes that visitors have seen
     * @param admission how well the portal kept its rate while there was a line
     * @param inserts that somebody tried with the published login
     * @param broken each promise that was not kept; none when all is well
     */
    public record Outcome(
            WindowTimes times,
            Timeline timeline,
            Diary diary,
            int codes,
            AdmissionRate admission,
            RawInserts inserts,
            List<String> broken) {}

    /**
     * Prepares it.
     *
     * @param portal where it takes place
     * @param login that the portal has published
     * @param first the number of the first person; nobody comes twice to one database
     * @param teller is told every ten seconds how it goes
     */
    public Evening(URI portal, Login login, EveningPlan plan, int first, Consumer<String> teller) {
        this.portal = portal;
        this.login = login;
        this.plan = plan;
        this.number = first;
        this.teller = teller;
    }

    /** Lives through it, to three seconds after its closing or to the last of its people, and checks the books. */
    public Outcome live() throws SQLException {
        WindowTimes times;
        try (Connection database = login.connect()) {
            times = WindowTimes.of(database).get(0);
        }
        Ledger ledger = new Ledger();
        Timeline timeline = timeline(times);
        Diary diary = new Diary(ledger, timeline, times);
        AdmissionWatch watch = AdmissionWatch.begin(login, times);
        RawInserts inserts = RawInserts.begin(login, times, EveningPlan.CAMPAIGN);
        try (Wire wire = new Wire(portal, MOST_CONNECTIONS)) {
            Agenda agenda = new Agenda(wire);
            Venue venue = new Venue(portal.getAuthority(), wire, agenda, diary, new Random(SEED), plan.pause());
            Beside.partners(venue, plan.lookups()).until(times.closesAt() + 2 * SECOND);
            Beside.impatient(venue, plan.attempts(), () -> browserOfSomebody(venue))
                    .until(times.closesAt() + 2 * SECOND);
            invite(venue, times);
            tell(venue, timeline, times);
            agenda.run(times.closesAt() + AFTER_THE_END, () -> isOver(diary));
        }
        try (Connection database = login.connect()) {
            List<String> broken = broken(ledger, diary, inserts.ended(), database);
            AdmissionRate admission = AdmissionRate.of(
                    database, times, watch, timeline, diary.soldOutAfter().isEmpty());
            return new Outcome(times, timeline, diary, ledger.size(), admission, inserts, broken);
        }
    }

    private void tell(Venue venue, Timeline timeline, WindowTimes times) {
        int second = (int) Math.floorDiv(System.nanoTime() - times.opensAt(), SECOND);
        teller.accept("%+4d s: %,d waiting, %,d inside, %,d booked"
                .formatted(
                        second,
                        timeline.waiting(second),
                        timeline.inside(second),
                        timeline.total(Timeline.Event.BOOKED)));
        venue.agenda().after(TELL_EVERY, () -> tell(venue, timeline, times));
    }

    private boolean isOver(Diary diary) {
        return !plan.untilClosed() && diary.people() == plan.before() + plan.after();
    }

    private Timeline timeline(WindowTimes times) {
        long before = (times.opensAt() - System.nanoTime()) / SECOND + 1;
        return new Timeline(times.opensAt(), (int) before, (int) plan.open().toSeconds() + 4);
    }

    /** Somebody impatient has checked in as everybody does; so much of the portal's cookies is to be had. */
    private Browser browserOfSomebody(Venue venue) {
        return first == null || !first.hasJoined() ? new Browser(venue.host()) : first.browser();
    }

    private void invite(Venue venue, WindowTimes times) {
        long from = Math.max(System.nanoTime(), times.opensAt() - plan.checkIn().toNanos() + SECOND);
        Duration gathering = Duration.ofNanos(Math.max(SECOND, times.opensAt() - 2 * SECOND - from));
        long[] early = Arrivals.gathering(plan.before(), gathering, venue.chance());
        long[] late = Arrivals.rush(plan.after(), plan.rush(), venue.chance());
        venue.agenda().each(from, early, meant -> come(venue, meant));
        venue.agenda().each(times.opensAt(), late, meant -> come(venue, meant));
    }

    private void come(Venue venue, long meant) {
        InLine person = new InLine(venue, new Applicant(number++));
        if (first == null) {
            first = person;
        }
        person.come(meant);
    }

    private static List<String> broken(Ledger ledger, Diary diary, RawInserts inserts, Connection database)
            throws SQLException {
        List<String> broken = new ArrayList<>(ledger.brokenPromises(database));
        if (!diary.servedOutside().isEmpty()) {
            broken.add("served while it was shut: " + diary.servedOutside());
        }
        if (inserts.written() > 0) {
            broken.add(inserts.written() + " reservations written by hand before the opening");
        }
        return broken;
    }
}
