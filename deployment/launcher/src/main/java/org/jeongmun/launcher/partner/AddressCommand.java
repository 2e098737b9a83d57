package org.jeongmun.launcher.partner;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.partner.PartnerId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code partner address}: where people may be led back to. */
@Command(
        name = "address",
        description = "Replaces the addresses to which a partner's people may be led back after booking.",
        mixinStandardHelpOptions = true)
final class AddressCommand implements Callable<Integer> {
    @Mixin
    private PartnerName partner;

    @Parameters(index = "1..*", paramLabel = "URL", description = "Exact addresses; none = nowhere.")
    private List<String> addresses = List.of();

    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        PartnerId id = partner.id();
        Set<String> returns = ReturnAddresses.checked(addresses);
        Progress progress = new Progress();
        PartnerRows.inTransaction(database, progress, rows -> {
            rows.lock(id);
            rows.replaceAddresses(id, returns);
        });
        progress.line("%s returns to %s".formatted(id, returns.isEmpty() ? "nowhere" : String.join(" ", returns)));
        return ExitCode.DONE.number();
    }
}
