package org.jeongmun.launcher.partner;

import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code partner rotate}: another key, beside the one before. */
@Command(
        name = "rotate",
        description = "Makes a partner a new key and prints it, once. The key before it stays good until the next"
                + " rotation; older ones end now.",
        mixinStandardHelpOptions = true)
final class RotateCommand implements Callable<Integer> {
    @Mixin
    private PartnerName partner;

    @Option(names = "--end-old", description = "Ends every older key now, such as one that has become known.")
    private boolean endOld;

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        PartnerId id = partner.id();
        PartnerKey key = PartnerKey.random(id, new SecureRandom());
        Progress progress = new Progress();
        PartnerRows.inTransaction(database, progress, rows -> {
            rows.lock(id);
            rows.addKey(key, endOld ? 0 : 1);
        });
        progress.line("The new key of %s, shown this once; the one before it %s:"
                .formatted(id, endOld ? "has ended" : "stays good until the next rotation"));
        progress.line(key.text());
        return ExitCode.DONE.number();
    }
}
