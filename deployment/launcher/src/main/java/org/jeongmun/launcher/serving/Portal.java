package org.jeongmun.launcher.serving;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.PublishedPortal;
import org.jeongmun.launcher.Settings;
import org.jeongmun.launcher.database.DataFolder;
import org.jeongmun.launcher.database.DatabaseLogin;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.database.DatabaseState;
import org.jeongmun.launcher.database.Databases;
import org.jeongmun.launcher.demo.DemoClock;
import org.jeongmun.launcher.demo.DemoMark;
import org.jeongmun.launcher.desk.DeskControl;
import org.jeongmun.launcher.outerlock.GateInPlace;
import org.jeongmun.launcher.outerlock.OuterLock;

/** One portal from its first step to its last: database, server, the demo's clock, and an orderly end. */
final class Portal {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration TIME_KNOWN_WITHIN = Duration.ofSeconds(30);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(10);

    private final RunSettings run;
    private final Settings settings;
    private final DataFolder folder;
    private final Progress progress;
    private final PortalProperties published;
    private final PortalEndpoints endpoints;
    private final Demo demo;

    Portal(RunSettings run, Settings settings, DataFolder folder, Progress progress) {
        this.run = run;
        this.settings = settings;
        this.folder = folder;
        this.progress = progress;
        demo = new Demo(run, progress);
        published = new PortalProperties(folder.file(PublishedPortal.FILE));
        endpoints =
                new PortalEndpoints(run.listeners().localUrl(), run.listeners().managementUrl());
    }

    /** Serves until SIGTERM or SIGINT, and has stopped everything when it returns. */
    void serveUntilAsked(FileChannel lock) {
        StopSignals signals = StopSignals.caught();
        published.remove();
        PayaraServer.prepare(folder);
        try (DatabaseSession database = new Databases(settings, progress).openOwned(folder, lock)) {
            prepare(database);
            if (signals.haveCome()) {
                return;
            }
            progress.line("Starting the server");
            DeskControl desk = DeskControl.of(database);
            PayaraServer server = PayaraServer.start(run, folder);
            try {
                serve(database, signals);
            } finally {
                desk.close();
                end(server);
            }
        }
        progress.line("Stopped.");
    }

    /* Each step is taken even if the one before it failed. */
    private void end(PayaraServer server) {
        try {
            published.remove();
        } finally {
            try {
                Drain.drain(DRAINED_WITHIN);
            } finally {
                try {
                    server.stop();
                } finally {
                    OuterLock.stop();
                }
            }
        }
    }

    private void serve(DatabaseSession database, StopSignals signals) {
        if (!PortalEndpoints.await(() -> endpoints.isUp() || endpoints.isBroken(), READY_WITHIN, signals::haveCome)) {
            if (signals.haveCome()) {
                return;
            }
            throw notReady();
        }
        if (endpoints.isBroken()) {
            throw CommandFailure.notThere(
                    "The portal's application did not start: %s says why.".formatted(folder.file("portal.log")));
        }
        OuterLock.requireInPlace(run.listeners().localUrl(), endpoints::knock);
        GateInPlace.require();
        if (run.demo()) {
            demo.startClock(database);
        }
        awaitTime(signals);
        if (!PortalEndpoints.await(endpoints::isReady, READY_WITHIN, signals::haveCome)) {
            if (signals.haveCome()) {
                return;
            }
            throw notReady();
        }
        published.write(run, database);
        progress.line(Greeting.of(run, folder, run.demo() && demo.isTheStory(database)));
        Rehearsal rehearsal = Rehearsal.begin(run.listeners().managementUrl(), run.rehearsal());
        signals.await();
        rehearsal.end();
        progress.line("Stopping: requests under way are finished first.");
    }

    private CommandFailure notReady() {
        return CommandFailure.notThere("The portal did not become ready within %d s: %s/health/ready and %s say why."
                .formatted(READY_WITHIN.toSeconds(), run.listeners().managementUrl(), folder.file("portal.log")));
    }

    private void prepare(DatabaseSession database) {
        DatabaseState before = database.state();
        refuse(before);
        if (before == DatabaseState.DEMO) {
            demo.refuseAnotherClock(database);
        }
        progress.line("Checking the schema");
        if (run.demo() && before == DatabaseState.NEW) {
            database.migrateNewDemo(run.demoClock().orElse(DemoClock.STORY_STARTS_AT));
        } else {
            database.migrate();
        }
        database.check();
        try {
            // First, so that the story's campaign finds the operator's plugins.
            publishSettings(database);
            if (run.demo()) {
                demo.tellStory(database);
            }
        } catch (SQLException failed) {
            throw CommandFailure.notThere("The database failed: " + failed.getMessage(), failed);
        }
    }

    private void refuse(DatabaseState state) {
        if (run.demo() && state == DatabaseState.LIVE) {
            throw CommandFailure.wrongUsage("--demo: this database was not created as a demo and never becomes one;"
                    + " use a new folder (--data) or a new database.");
        }
        if (!run.demo() && state == DatabaseState.DEMO) {
            throw CommandFailure.wrongUsage(
                    "This database is a demo for good: add --demo, or use a new folder (--data) or a new database.");
        }
    }

    /*
     * The portal's application reads its settings as MicroProfile Config, of which system properties are the first
     * source.
     */
    private void publishSettings(DatabaseSession database) throws SQLException {
        DatabaseLogin login = database.portalLogin();
        System.setProperty("portal.db.url", login.url());
        System.setProperty("portal.db.user", login.user());
        System.setProperty("portal.db.password", login.password());
        System.setProperty("portal.public.url", run.publicUrl());
        System.setProperty(
                "portal.management.port", Integer.toString(run.listeners().managementPort()));
        System.setProperty("portal.doors.report", folder.file("doors.json").toString());
        run.plugins().map(Path::toString).ifPresent(plugins -> System.setProperty("portal.plugins", plugins));
        OuterLock.publishSettings(settings, run.plugins());
        if (run.secret().isPresent()) {
            System.setProperty("portal.secret", run.secret().get());
            return;
        }
        try (Connection owner = database.owner()) {
            System.setProperty("portal.secret", DemoMark.secret(owner));
        }
    }

    /*
     * Who is shown to a demo goes there at once. Each lock reads by itself; the public schedule is told by the inner
     * one's.
     */
    private void awaitTime(StopSignals signals) {
        if (run.demo()
                && !PortalEndpoints.await(
                        () -> endpoints.knowsTheTime() && OuterLock.knowsTheTime(),
                        TIME_KNOWN_WITHIN,
                        signals::haveCome)) {
            progress.line("The portal does not know the time or the schedule yet, and stays shut until it does.");
        }
    }
}
