package org.jeongmun.outerlock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Stream;
import javax.management.JMException;
import org.jeongmun.lock.reading.KnownSchedule;
import org.jeongmun.lock.reading.OwnConnection;
import org.jeongmun.lock.reading.StatePoll;
import org.jeongmun.lock.reading.SteadyStatus;
import org.jeongmun.lock.route.Doors;
import org.jeongmun.lock.route.Hosts;
import org.jeongmun.lock.route.Routes;

/**
 * Sets the outer lock up by the settings that the launcher has put into the system properties before the server starts.
 * They are read once, before there is any application that could change them.
 */
final class Installation {
    private static final Logger LOG = System.getLogger(Installation.class.getName());
    private static final String NAME = "outer-lock";

    private Installation() {}

    /** @return the lock of this process; one that is shut for good when it could not be set up */
    static OuterLock install() {
        Properties settings = System.getProperties();
        try {
            return install(doors(settings), connection(settings), true);
        } catch (RuntimeException | Error unreadable) {
            LOG.log(Level.ERROR, "outerlock.broken remedy=\"correct the setting and start anew\"", unreadable);
            return install(noDoors(), new OwnConnection(Optional.empty(), Optional.empty(), Optional.empty()), false);
        }
    }

    private static OuterLock install(Doors doors, OwnConnection connection, boolean intact) {
        KnownSchedule known = new KnownSchedule(System::nanoTime);
        DecisionCounts decisions = new DecisionCounts(doors.publicRoutes());
        OuterLock lock = new OuterLock(doors, known, new SteadyStatus(known, System::nanoTime), decisions);
        StatePoll poll = new StatePoll(NAME, known, () -> connection.open("jeongmun outer lock"));
        if (intact) {
            poll.start();
        }
        try {
            new OuterLockControl(lock, decisions, poll, intact).register();
        } catch (JMException unseen) {
            // The launcher looks for it, and ends a portal that has none.
            LOG.log(Level.ERROR, "outerlock.unseen", unseen);
        }
        return lock;
    }

    /** @throws RuntimeException for a setting that is missing or cannot be read */
    static Doors doors(Properties settings) {
        String lookups = value(settings, "portal.outer.lock.lookups")
                .orElseThrow(() -> new IllegalArgumentException(
                        "portal.outer.lock.lookups is missing: the launcher sets it, to none if there are none."));
        List<String> paths = Stream.of(lookups.split(","))
                .filter(path -> !"none".equals(path))
                .toList();
        return Doors.of(
                paths,
                value(settings, "portal.management.port"),
                value(settings, "portal.public.url"),
                value(settings, "portal.hosts"));
    }

    private static OwnConnection connection(Properties settings) {
        return new OwnConnection(
                value(settings, "portal.db.url"),
                value(settings, "portal.db.user"),
                value(settings, "portal.db.password"));
    }

    private static Doors noDoors() {
        Routes none = Routes.list().done();
        return new Doors(none, none, OptionalInt.empty(), Hosts.any());
    }

    private static Optional<String> value(Properties settings, String key) {
        return Optional.ofNullable(settings.getProperty(key)).filter(value -> !value.isBlank());
    }
}
