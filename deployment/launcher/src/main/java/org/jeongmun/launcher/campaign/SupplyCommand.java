package org.jeongmun.launcher.campaign;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code supply}: the places that pools have at slots. */
@Command(
        name = "supply",
        description = "Allots the places of pools to slots, and moves unsold ones to where they are wanted.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {SupplyAllotCommand.class, SupplyMoveCommand.class})
public final class SupplyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public SupplyCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of allot, move");
    }
}
