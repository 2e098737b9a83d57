package org.jeongmun.launcher.doors;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jeongmun.doors.report.Report;
import org.jeongmun.doors.report.ReportJson;
import org.jeongmun.doors.report.ReportText;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Moment;
import org.jeongmun.launcher.PrivateFiles;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.PublishedPortal;
import org.jeongmun.launcher.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doors}: exit code 0 only when all that must be shut are shut. */
@Command(
        name = "doors",
        description = {
            "Tries every door of a running portal through its sockets, in every spelling and with every method, and"
                    + " reports what is open that must be shut.",
            "With --at or --maintenance it tries a scratch portal of its own at that moment: the same portal.jar, plugins"
                    + " and campaign, and a demo database that is thrown away."
        },
        mixinStandardHelpOptions = true)
public final class DoorsCommand implements Callable<Integer> {
    private static final String REPORT = "doors.json";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "portal-data",
            description = "The folder of the portal (default: ${DEFAULT-VALUE}).")
    private Path data;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The portal's address on this machine, public or management, instead of the one in DIR.")
    private URI url;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Try a scratch portal at this moment, such as 2021-07-14T19:30:00+09:00.")
    private Instant at;

    @Option(names = "--maintenance", description = "Try a scratch portal that is under maintenance.")
    private boolean maintenance;

    @Option(
            names = "--campaign",
            paramLabel = "FILE",
            description = "The scratch portal's campaign, instead of the one in force in DIR.")
    private Path campaign;

    @Option(names = "--plugins", paramLabel = "DIR", description = "The scratch portal's folder of plugin jars.")
    private Path plugins;

    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public DoorsCommand() {}

    @Override
    public Integer call() {
        Progress progress = json ? Progress.besideTheOutput() : new Progress();
        Report report = at != null || maintenance ? planned(progress) : running(progress);
        if (json) {
            spec.commandLine().getOut().println(ReportJson.of(report));
        } else {
            ReportText.of(report).forEach(progress::line);
        }
        return (report.isAllShut() ? ExitCode.DONE : ExitCode.CHECK_FAILED).number();
    }

    private Report running(Progress progress) {
        if (campaign != null || plugins != null) {
            throw CommandFailure.wrongUsage(
                    "--campaign and --plugins are for a scratch portal: add --at TIME or --maintenance.");
        }
        PublishedPortal published = PublishedPortal.in(data);
        PortalDoors portal = PortalDoors.find(Optional.ofNullable(url), published);
        Report report = portal.tryAll(url == null ? "The portal of " + data : "The portal at " + url, progress);
        if (!published.isAt(portal.management())) {
            return report.warning("Whether the database's clock agrees with this machine's is not known: name DIR.");
        }
        Report whole = ClockComparison.of(published, new Settings())
                .map(report::warning)
                .orElse(report);
        keep(ReportJson.of(whole));
        return whole;
    }

    /** Leaves a report in the folder, where the portal's management port shows it. */
    private void keep(String report) {
        Path file = data.resolve(REPORT);
        try {
            PrivateFiles.write(file, report);
        } catch (IOException refused) {
            throw CommandFailure.notThere("%s cannot be written: %s".formatted(file, refused.getMessage()), refused);
        }
    }

    private Report planned(Progress progress) {
        if (url != null) {
            throw CommandFailure.wrongUsage("--url names a running portal, whose clock nobody can set: leave it out.");
        }
        ScratchPlan plan = ScratchPlan.of(
                data, Optional.ofNullable(campaign), Optional.ofNullable(plugins), Optional.ofNullable(at), progress);
        try (ScratchPortal scratch = ScratchPortal.start(plan, progress)) {
            if (maintenance) {
                scratch.shutForMaintenance();
            }
            PortalDoors portal = PortalDoors.find(Optional.empty(), scratch.published());
            String moment = "A scratch portal%s%s"
                    .formatted(
                            plan.at().map(time -> " as of " + time).orElse(""),
                            maintenance ? ", under maintenance" : "");
            return portal.tryAll(moment, progress);
        }
    }
}
