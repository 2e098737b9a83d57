package org.jeongmun.launcher.desk;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Line;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code announce}: tells everybody something, on every page and in {@code /schedule.json}. */
@Command(
        name = "announce",
        description = "Shows one line on every page, in both languages, or takes it back.",
        mixinStandardHelpOptions = true)
public final class AnnounceCommand implements Callable<Integer> {
    @Option(names = "--ko", paramLabel = "TEXT", description = "The line in Korean.")
    private String ko;

    @Option(names = "--en", paramLabel = "TEXT", description = "The line in English.")
    private String en;

    @Option(names = "--off", description = "Takes back what is announced; neither --ko nor --en then.")
    private boolean off;

    @Mixin
    private DatabaseOptions database;

    /** Made by picocli. */
    public AnnounceCommand() {}

    @Override
    public Integer call() {
        Progress progress = new Progress();
        if (off) {
            if (ko != null || en != null) {
                throw CommandFailure.wrongUsage("--off takes the announcement back: leave --ko and --en out.");
            }
            OwnerWork.run(
                    database,
                    progress,
                    owner -> new Desk(owner, Operator.atThisTerminal())
                            .takeAnnouncementBack()
                            .forEach(progress::line));
            return ExitCode.DONE.number();
        }
        String korean = Line.checked("--ko", ko);
        String english = Line.checked("--en", en);
        OwnerWork.run(
                database,
                progress,
                owner -> new Desk(owner, Operator.atThisTerminal())
                        .announce(korean, english)
                        .forEach(progress::line));
        return ExitCode.DONE.number();
    }
}
