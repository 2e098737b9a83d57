package org.jeongmun.launcher.partner;

import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code partner limit}: how much a partner may ask. */
@Command(
        name = "limit",
        description = "Changes how much a partner may ask; what is not named stays.",
        mixinStandardHelpOptions = true)
final class LimitCommand implements Callable<Integer> {
    @Mixin
    private PartnerName partner;

    @Mixin
    private Limits limits;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        PartnerId id = partner.id();
        if (!limits.areNamed()) {
            throw CommandFailure.wrongUsage("--rate or --quota: name what to change.");
        }
        Progress progress = new Progress();
        PartnerRows.inTransaction(database, progress, rows -> {
            PartnerLimits allowed = limits.or(rows.lock(id));
            rows.limit(id, allowed);
            progress.line("%s: %d a second, %d a day".formatted(id, allowed.perSecond(), allowed.perDay()));
        });
        return ExitCode.DONE.number();
    }
}
