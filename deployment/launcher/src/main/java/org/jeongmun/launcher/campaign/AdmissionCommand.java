package org.jeongmun.launcher.campaign;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code admission}: how fast people are let in. */
@Command(
        name = "admission",
        description = "Changes how fast the waiting room lets people in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AdmissionSetCommand.class)
public final class AdmissionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public AdmissionCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of set");
    }
}
