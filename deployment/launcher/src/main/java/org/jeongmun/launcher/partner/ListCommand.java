package org.jeongmun.launcher.partner;

import java.util.List;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code partner list}: who they are; no key is shown, because none is kept. */
@Command(
        name = "list",
        description = "Prints each partner with its limits, what it asked today, how many keys are good, and where it"
                + " returns to.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        Progress progress = new Progress();
        PartnerRows.inTransaction(database, progress, rows -> {
            List<String> lines = rows.list();
            lines.forEach(progress::line);
            if (lines.isEmpty()) {
                progress.line("There is no partner; `partner create` adds one");
            }
        });
        return ExitCode.DONE.number();
    }
}
