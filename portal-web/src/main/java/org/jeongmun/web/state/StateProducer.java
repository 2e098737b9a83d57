package org.jeongmun.web.state;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jeongmun.clinic.ClinicDirectory;

/** Makes the one state of this node; inject it as {@link PortalState} or {@code ScheduleInForce}. */
@ApplicationScoped
class StateProducer {
    @Produces
    @Singleton
    PortalState state(Instance<ClinicDirectory> directory) {
        return new PortalState(
                System::nanoTime,
                () -> directory.isResolvable() ? directory.get().freePlaces() : Optional.empty());
    }
}
