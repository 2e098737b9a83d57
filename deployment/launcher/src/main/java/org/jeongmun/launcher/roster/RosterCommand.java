package org.jeongmun.launcher.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code roster}: people who are invited by name. */
@Command(
        name = "roster",
        description = "Works on the rosters of people who are invited by name (rule cohort-roster).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ImportCommand.class, ListCommand.class})
public final class RosterCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public RosterCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of import, list");
    }
}
