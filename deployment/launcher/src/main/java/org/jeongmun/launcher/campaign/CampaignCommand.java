package org.jeongmun.launcher.campaign;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code campaign}: who is invited and when. */
@Command(
        name = "campaign",
        description = "Checks campaign files, and changes the opening schedule that is in force.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CheckCommand.class, ApplyCommand.class, PostponeCommand.class, ExtendCommand.class})
public final class CampaignCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public CampaignCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of check, apply, postpone, extend");
    }
}
