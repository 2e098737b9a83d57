package org.jeongmun.launcher.partner;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.partner.PartnerId;
import org.jeongmun.partner.PartnerKey;
import org.jeongmun.partner.PartnerLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code partner create}: a new partner with its first key. */
@Command(
        name = "create",
        description = "Adds a partner and prints its key, once: only a hash of it is kept.",
        mixinStandardHelpOptions = true,
        footer = {"", "Without --rate and --quota: 20 requests a second, 200,000 a day."})
final class CreateCommand implements Callable<Integer> {
    private static final PartnerLimits USUAL = new PartnerLimits(20, 200_000);

    @Mixin
    private PartnerName partner;

    @Mixin
    private Limits limits;

    @Option(
            names = "--return",
            paramLabel = "URL",
            description = "Where people may be led back to after booking; may be given several times.")
    private List<String> addresses = List.of();

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        PartnerId id = partner.id();
        PartnerLimits allowed = limits.or(USUAL);
        Set<String> returns = ReturnAddresses.checked(addresses);
        PartnerKey key = PartnerKey.random(id, new SecureRandom());
        Progress progress = new Progress();
        PartnerRows.inTransaction(database, progress, rows -> {
            rows.add(id, allowed);
            rows.addKey(key, 0);
            rows.replaceAddresses(id, returns);
        });
        progress.line("The key of %s, shown this once (header X-Partner-Key):".formatted(id));
        progress.line(key.text());
        return ExitCode.DONE.number();
    }
}
