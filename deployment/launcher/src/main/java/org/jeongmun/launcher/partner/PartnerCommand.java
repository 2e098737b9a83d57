package org.jeongmun.launcher.partner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code partner}: the portals that look clinics up under a contract. */
@Command(
        name = "partner",
        description = "Works on the partners that look clinics up with a key of their own (header X-Partner-Key).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Every change is in force on every node within a second."},
        subcommands = {
            CreateCommand.class,
            RotateCommand.class,
            LimitCommand.class,
            AddressCommand.class,
            DisableCommand.class,
            ListCommand.class
        })
public final class PartnerCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public PartnerCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of create, rotate, limit, address, disable, list");
    }
}
