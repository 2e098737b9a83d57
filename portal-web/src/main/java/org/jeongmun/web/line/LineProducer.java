package org.jeongmun.web.line;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.waitingroom.Admissions;
import org.jeongmun.waitingroom.JoiningTheLine;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.config.PortalDatabase;

/** Makes this node's one view of the lines, its inner door and its way into the lines. */
@ApplicationScoped
class LineProducer {
    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource source;

    @Produces
    @Singleton
    @Typed({Lines.class, KnownLines.class})
    KnownLines lines() {
        return new KnownLines(System::nanoTime);
    }

    @Produces
    @Singleton
    @Typed({Admissions.class, InnerDoor.class})
    InnerDoor door(KnownLines lines, ClinicDirectory directory) {
        return new InnerDoor(lines, directory::hasNothingLeft, System::nanoTime, source);
    }

    @Produces
    @Singleton
    @Typed({JoiningTheLine.class, JoinQueue.class})
    JoinQueue joining() {
        return new JoinQueue(() -> PortalDatabase.connect("jeongmun joining"));
    }

    @Produces
    @Singleton
    InsideLoad load() {
        return new InsideLoad(System::nanoTime);
    }
}
