package org.jeongmun.launcher.desk;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.launcher.Line;
import org.jeongmun.launcher.database.DatabaseFailure;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.lock.DeskMXBean;

/** The desk's handle on the platform's MBean server, as long as the portal serves. Safe for many threads. */
public final class DeskControl implements DeskMXBean, AutoCloseable {
    private final DatabaseSession database;

    private DeskControl(DatabaseSession database) {
        this.database = database;
    }

    /** @return the handle, registered */
    public static DeskControl of(DatabaseSession database) {
        DeskControl control = new DeskControl(database);
        try {
            control.close();
            beans().registerMBean(control, new ObjectName(NAME));
            return control;
        } catch (JMException refused) {
            throw CommandFailure.notThere("The desk cannot be registered as " + NAME + ".", refused);
        }
    }

    /** What somebody does at the desk. */
    private interface Work {
        List<String> at(Desk desk) throws SQLException;
    }

    @Override
    public String maintenanceOn(String operator, String reason, String until) {
        return done(
                operator,
                desk -> desk.maintenanceOn(
                        Line.checked("--reason", reason),
                        Optional.ofNullable(until).filter(text -> !text.isBlank())));
    }

    @Override
    public String maintenanceOff(String operator) {
        return done(operator, Desk::maintenanceOff);
    }

    @Override
    public String announce(String operator, String ko, String en) {
        return done(operator, desk -> desk.announce(Line.checked("--ko", ko), Line.checked("--en", en)));
    }

    @Override
    public String takeAnnouncementBack(String operator) {
        return done(operator, Desk::takeAnnouncementBack);
    }

    private String done(String operator, Work work) {
        try {
            String who = Line.checked("--operator", operator);
            try (Connection owner = database.owner()) {
                return String.join(" ", work.at(new Desk(owner, who)));
            } catch (SQLException failed) {
                throw DatabaseFailure.ofOwner(database.portalLogin(), failed);
            }
        } catch (CommandFailure failure) {
            // The other side is of another class loader and knows the JDK's exceptions alone.
            if (failure.exitCode() == ExitCode.WRONG_USAGE) {
                throw new IllegalArgumentException(failure.getMessage());
            }
            throw new IllegalStateException(failure.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            ObjectName name = new ObjectName(NAME);
            if (beans().isRegistered(name)) {
                beans().unregisterMBean(name);
            }
        } catch (JMException alreadyGone) {
            // There is nothing left to take away.
        }
    }

    private static MBeanServer beans() {
        return ManagementFactory.getPlatformMBeanServer();
    }
}
