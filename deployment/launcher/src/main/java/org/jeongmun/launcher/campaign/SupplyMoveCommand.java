package org.jeongmun.launcher.campaign;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Line;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import org.jeongmun.launcher.supply.Move;
import org.jeongmun.launcher.supply.Mover;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.supply.Pool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code supply move}: re-allots unsold places. */
@Command(
        name = "move",
        description = "Moves unsold places of a pool to other slots, exactly and at once, or not at all.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is released and free at the slots of one side goes evenly to the slots of",
            "the other that have room. Where windows have places apart (perDay with",
            "carryOver: false), name whose with --from-window and --to-window; without it",
            "they are those of all windows of the pool together."
        })
final class SupplyMoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "POOL", description = "The pool whose places they are, and stay.")
    private String pool;

    @Option(
            names = "--places",
            paramLabel = "N",
            required = true,
            description = "How many, or `all` that are unsold there.")
    private String places;

    @Option(names = "--from-sido", paramLabel = "SIDO", description = "Only from this province.")
    private String fromSido;

    @Option(names = "--from-clinic", paramLabel = "CLINIC", description = "Only from this clinic.")
    private String fromClinic;

    @Option(names = "--from-window", paramLabel = "WINDOW", description = "Only what this window has apart.")
    private String fromWindow;

    @Option(names = "--to-sido", paramLabel = "SIDO", description = "Only to this province.")
    private String toSido;

    @Option(names = "--to-clinic", paramLabel = "CLINIC", description = "Only to this clinic.")
    private String toClinic;

    @Option(names = "--to-window", paramLabel = "WINDOW", description = "To what this window has apart.")
    private String toWindow;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the record.")
    private String reason;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        String why = Line.checked("--reason", reason);
        OptionalLong number = number();
        Move.Side from = side(fromSido, fromClinic, fromWindow, "--from-window");
        Move.Side to = side(toSido, toClinic, toWindow, "--to-window");
        Progress progress = new Progress();
        OwnerWork.run(database, progress, owner -> {
            Campaign campaign = new StoredCampaigns(owner)
                    .inForce()
                    .orElseThrow(() ->
                            CommandFailure.wrongUsage("There is no schedule yet: `portal.jar campaign apply FILE`."));
            Pool whose = campaign.supply().pools().stream()
                    .filter(each -> each.id().value().equals(pool))
                    .findFirst()
                    .orElseThrow(() -> CommandFailure.wrongUsage(
                            "POOL %s: the campaign in force has no such pool.".formatted(Quoted.of(pool))));
            long moved = new Mover(owner, campaign.schedule().zone())
                    .move(whose, new Move(whose.id(), from, to, number, why));
            progress.line("Moved: %,d places of pool %s, %s -> %s.".formatted(moved, whose.id(), from, to));
        });
        return ExitCode.DONE.number();
    }

    private OptionalLong number() {
        if (places.equals("all")) {
            return OptionalLong.empty();
        }
        if (!places.matches("[1-9][0-9]{0,8}")) {
            throw CommandFailure.wrongUsage(
                    "--places %s: write a whole number from 1, or all.".formatted(Quoted.of(places)));
        }
        return OptionalLong.of(Long.parseLong(places));
    }

    private static Move.Side side(String sido, String clinic, String window, String option) {
        try {
            return new Move.Side(
                    Optional.ofNullable(sido),
                    Optional.ofNullable(clinic),
                    Optional.ofNullable(window).map(WindowId::new));
        } catch (IllegalArgumentException otherForm) {
            throw CommandFailure.wrongUsage("%s %s: %s".formatted(option, Quoted.of(window), otherForm.getMessage()));
        }
    }
}
