package org.jeongmun.launcher.desk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code maintenance}: the one switch that shuts everything. */
@Command(
        name = "maintenance",
        description = "Shuts every door of every node within a second, and opens them again to their schedule.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {MaintenanceOnCommand.class, MaintenanceOffCommand.class})
public final class MaintenanceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public MaintenanceCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of on, off");
    }
}
