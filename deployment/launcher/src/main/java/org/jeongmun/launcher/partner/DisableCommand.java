package org.jeongmun.launcher.partner;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.partner.PartnerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code partner disable}: the end of a contract. */
@Command(
        name = "disable",
        description = "Ends a partner and all its keys, for good. What it asked stays on record.",
        mixinStandardHelpOptions = true)
final class DisableCommand implements Callable<Integer> {
    @Mixin
    private PartnerName partner;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        PartnerId id = partner.id();
        Progress progress = new Progress();
        PartnerRows.inTransaction(database, progress, rows -> {
            rows.lock(id);
            rows.disable(id);
        });
        progress.line("%s is disabled; its keys have ended".formatted(id));
        return ExitCode.DONE.number();
    }
}
