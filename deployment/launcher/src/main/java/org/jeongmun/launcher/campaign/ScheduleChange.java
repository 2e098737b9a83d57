package org.jeongmun.launcher.campaign;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jeongmun.eligibility.EligibilityRules;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.AllOrNothing;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.waitingroom.WaitingRoom;

/**
 * One change of the schedule in force: what is in force is read, judged and replaced in one transaction, after every
 * other such change. Nodes see it with their next look at {@code portal_state}.
 */
public final class ScheduleChange {
    /* Taken first and not at the end: what is judged is still in force when the change is written. */
    private static final String ONE_AT_A_TIME = "SELECT FROM portal_state FOR UPDATE";

    private final Connection owner;

    /** @param owner a connection that has put on the owning role, in auto-commit; it stays so */
    public ScheduleChange(Connection owner) {
        this.owner = owner;
    }

    /**
     * What came of it.
     *
     * @param version in force now
     * @param difference what changed; nothing when the schedule said the same before, and keeps its version
     */
    public record Result(long version, List<String> difference) {
        /** Copies the lines. */
        public Result {
            difference = List.copyOf(difference);
        }

        /** Tells the operator. */
        void print(Progress progress) {
            if (difference.isEmpty()) {
                progress.line("Nothing changed: version %d stays in force.".formatted(version));
                return;
            }
            progress.line("Version %d is in force:".formatted(version));
            difference.forEach(line -> progress.line("  " + line));
        }
    }

    /**
     * Puts a campaign in force.
     *
     * @param rules that tell for whom something would become earlier
     * @throws CommandFailure exit code 2, when the schedule in force does not allow it, or something would become
     *     earlier than announced
     */
    public Result apply(Campaign campaign, Optional<String> reason, EligibilityRules rules) throws SQLException {
        BirthDates people = new BirthDates(rules);
        // Once before the transaction, for whose end others wait: everybody has been looked at then.
        new StoredCampaigns(owner)
                .inForce()
                .ifPresent(stored ->
                        new EarlierForPeople(stored.schedule(), Instant.EPOCH, people).of(campaign.schedule()));
        return apply(campaign, reason, (change, now) -> {
            List<String> byName = change.earlier(campaign.schedule());
            return byName.isEmpty()
                    ? new EarlierForPeople(change.before(), now, people).of(campaign.schedule())
                    : byName;
        });
    }

    /**
     * Puts a campaign in force that makes something earlier than announced.
     *
     * @throws CommandFailure exit code 2, when the schedule in force does not allow it
     */
    public Result applyThoughEarlier(Campaign campaign, String reason) throws SQLException {
        return apply(campaign, Optional.of(reason), (change, now) -> List.of());
    }

    private interface Earlier {
        List<String> than(ChangeRules change, Instant now);
    }

    private Result apply(Campaign campaign, Optional<String> reason, Earlier earlier) throws SQLException {
        return inTransaction((before, now) -> {
            if (before.isPresent()) {
                List<BookingWindow> dropped =
                        new StoredCampaigns(owner).dropped(campaign.schedule().campaign());
                ChangeRules change = new ChangeRules(before.get().schedule(), dropped, now);
                refuseIfAny(change.refusals(campaign.schedule()));
                refuseEarlier(earlier.than(change, now));
                refuseIfAny(new SupplyRules(before.get(), now).refusals(campaign));
                refuseIfAny(new JoinedLines(owner).refusals(campaign));
            }
            return store(before, campaign, "apply", reason);
        });
    }

    /** Opens a window later, {@code time} as an operator writes it. */
    Result postpone(String window, String time, String reason) throws SQLException {
        return move("postpone", window, time, reason, WindowChange::postponed);
    }

    /** Closes a window later, {@code time} as an operator writes it. */
    Result extend(String window, String time, String reason) throws SQLException {
        return move("extend", window, time, reason, WindowChange::extended);
    }

    /**
     * Lets people in faster or slower; what is not named stays.
     *
     * @throws CommandFailure exit code 2, when the schedule in force has no lines
     */
    public Result admit(int perSecond, Optional<Integer> maxInside, String reason) throws SQLException {
        return inTransaction((before, now) -> {
            WaitingRoom room = before.flatMap(Campaign::waitingRoom)
                    .orElseThrow(() -> CommandFailure.wrongUsage(
                            "The schedule in force has no waitingRoom: add it to the campaign file and apply that."));
            WaitingRoom changed =
                    new WaitingRoom(room.order(), perSecond, maxInside.orElse(room.maxInside()), room.passMinutes());
            return store(before, before.get().with(changed), "admission", Optional.of(reason));
        });
    }

    private interface Move {
        WindowChange of(OpeningSchedule schedule, String window, Instant time, Instant now);
    }

    private Result move(String verb, String window, String time, String reason, Move move) throws SQLException {
        return inTransaction((before, now) -> {
            Campaign campaign = before.orElseThrow(
                    () -> CommandFailure.wrongUsage("There is no schedule yet: `portal.jar campaign apply FILE`."));
            WindowChange change = move.of(campaign.schedule(), window, moment(time, campaign), now);
            if (change instanceof WindowChange.Refused refused) {
                throw CommandFailure.wrongUsage(refused.message());
            }
            Campaign after = campaign.with(((WindowChange.Changed) change).schedule());
            return store(before, after, verb, Optional.of(reason));
        });
    }

    private static Instant moment(String time, Campaign campaign) {
        try {
            return WrittenTime.any(time, campaign.schedule().zone());
        } catch (UnclearTimeException unclear) {
            throw CommandFailure.wrongUsage("TIME " + unclear.getMessage());
        }
    }

    private static void refuseEarlier(List<String> earlier) {
        if (!earlier.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    String.join("; ", earlier) + ": add --earlier --reason TEXT if that is meant.");
        }
    }

    private static void refuseIfAny(List<String> refusals) {
        if (!refusals.isEmpty()) {
            throw CommandFailure.wrongUsage(String.join(" ", refusals));
        }
    }

    private Result store(Optional<Campaign> before, Campaign after, String verb, Optional<String> reason)
            throws SQLException {
        if (before.filter(after::saysTheSameAs).isPresent()) {
            return new Result(before.get().schedule().version(), List.of());
        }
        List<String> difference = Difference.between(before, after);
        String change = verb + "\n" + String.join("\n", difference);
        return new Result(new ScheduleWriter(owner).store(after, change, reason), difference);
    }

    /** Judges and writes, knowing what is in force and what time it is. */
    private interface Work {
        Result in(Optional<Campaign> before, Instant now) throws SQLException;
    }

    private Result inTransaction(Work work) throws SQLException {
        return AllOrNothing.make(owner, transaction -> {
            try (Statement statement = transaction.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
                statement.execute(ONE_AT_A_TIME);
            }
            StoredCampaigns stored = new StoredCampaigns(transaction);
            // In a demo whose clock stands still nothing has ever been open.
            Instant now = stored.now().orElse(Instant.MIN);
            Optional<Campaign> before = stored.inForce();
            Result result = work.in(before, now);
            if (before.isPresent() && !result.difference().isEmpty()) {
                OpeningSchedule after = stored.inForce().orElseThrow().schedule();
                LastLook.at(transaction, before.get().schedule(), after, now);
            }
            return result;
        });
    }
}
