package org.jeongmun.launcher.draw;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code draw}: what an operator does about a draw, and how anybody checks it. */
@Command(
        name = "draw",
        description = "Mixes a public random value into a draw, and checks the order of a line afterwards.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BeaconCommand.class, ValueCommand.class, VerifyCommand.class, ExportCommand.class})
public final class DrawCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public DrawCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of beacon, value, verify, export");
    }
}
