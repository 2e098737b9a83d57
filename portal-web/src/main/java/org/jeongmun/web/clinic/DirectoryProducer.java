package org.jeongmun.web.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.PlacesByWindow;
import org.jeongmun.schedule.ScheduleInForce;

/** Makes the one directory of this node; inject it as {@link ClinicDirectory}. */
@ApplicationScoped
class DirectoryProducer {
    @Produces
    @Singleton
    @Typed({ClinicDirectory.class, PlacesByWindow.class, SnapshotDirectory.class})
    SnapshotDirectory directory(ScheduleInForce schedule) {
        return new SnapshotDirectory(schedule, System::nanoTime);
    }
}
