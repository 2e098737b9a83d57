package org.jeongmun.launcher;

import org.jeongmun.launcher.campaign.AdmissionCommand;
import org.jeongmun.launcher.campaign.CampaignCommand;
import org.jeongmun.launcher.campaign.SupplyCommand;
import org.jeongmun.launcher.database.MigrateCommand;
import org.jeongmun.launcher.desk.AnnounceCommand;
import org.jeongmun.launcher.desk.MaintenanceCommand;
import org.jeongmun.launcher.directory.ClinicsCommand;
import org.jeongmun.launcher.directory.SeedCommand;
import org.jeongmun.launcher.directory.SlotsCommand;
import org.jeongmun.launcher.doors.DoorsCommand;
import org.jeongmun.launcher.draw.DrawCommand;
import org.jeongmun.launcher.lookup.LookupCommand;
import org.jeongmun.launcher.partner.PartnerCommand;
import org.jeongmun.launcher.plugin.PluginsCommand;
import org.jeongmun.launcher.roster.RosterCommand;
import org.jeongmun.launcher.serving.RunCommand;
import org.jeongmun.launcher.status.StatusCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** portal.jar itself; each command registers here. */
@Command(
        name = "portal.jar",
        description = "Jeongmun (정문), the front door: a reservation portal that is shut until it opens.",
        mixinStandardHelpOptions = true,
        versionProvider = Build.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Without a command: run. Exit codes: 0 done, 1 the check failed, 2 wrong usage or configuration,",
            "3 a needed part (database, port) is not there."
        },
        subcommands = {
            RunCommand.class,
            MigrateCommand.class,
            CampaignCommand.class,
            ClinicsCommand.class,
            SlotsCommand.class,
            SeedCommand.class,
            MaintenanceCommand.class,
            AnnounceCommand.class,
            StatusCommand.class,
            DoorsCommand.class,
            PluginsCommand.class,
            PartnerCommand.class,
            LookupCommand.class,
            RosterCommand.class,
            AdmissionCommand.class,
            SupplyCommand.class,
            DrawCommand.class
        })
final class PortalCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command is named");
    }
}
