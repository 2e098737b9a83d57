package org.jeongmun.launcher.campaign;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseOptions;
import org.jeongmun.launcher.database.OwnerWork;
import org.jeongmun.launcher.supply.Allotment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code supply allot}: gives the slots what the campaign in force announces. */
@Command(
        name = "allot",
        description =
                "Gives the slots the places that the campaign in force announces, each release whole or not at all.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "`campaign apply` does so by itself; this is for releases that found no room",
            "then, once slots are imported. Done twice it does nothing. Exit code 1 when a",
            "release still finds no room."
        })
final class SupplyAllotCommand implements Callable<Integer> {
    @Mixin
    private DatabaseOptions database;

    @Override
    public Integer call() {
        Progress progress = new Progress();
        ExitCode[] code = {ExitCode.DONE};
        OwnerWork.run(database, progress, owner -> {
            Optional<Allotment.Allotted> allotted = InForce.allot(owner, progress);
            if (allotted.isEmpty()) {
                throw CommandFailure.wrongUsage("There is no schedule yet: `portal.jar campaign apply FILE`.");
            }
            allotted.get().print(progress);
            if (allotted.get().lines().isEmpty()) {
                progress.line("Nothing is due: every release of the campaign in force is allotted.");
            }
            code[0] = allotted.get().missing().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        });
        return code[0].number();
    }
}
