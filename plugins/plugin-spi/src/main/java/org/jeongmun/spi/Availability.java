package org.jeongmun.spi;

import java.util.List;
import java.util.Optional;

/**
 * What the portal lends a look-up plugin for one request: a search over clinics with free places. It answers from a
 * snapshot in memory, quickly, and refuses outside open windows by itself, whatever the gate before it decided. Who asks without a contract is told numbers in coarse steps, each
 * the lower bound of its step: 0, 1, 10, 100. A plugin cannot tell what it has not been told.
 *
 * <p>May be asked several times, by the thread of the call only; asked after the call has ended it throws
 * {@link IllegalStateException}, so a plugin cannot keep it and look on its own account.
 */
@FunctionalInterface
public interface Availability {

    /**
     * Searches clinics in a stable order.
     *
     * @param query what to look for; never {@code null}
     * @return a page, or that it is closed now, or that the cursor is not ours; never {@code null}
     */
    ClinicSearch clinics(ClinicQuery query);

    /**
     * Names the slots of one clinic that have a free place and begin from now on.
     *
     * @param clinic as a page of clinics named it
     * @return the slots in order of start; none for a clinic that is not there; empty when availability is closed now
     */
    default Optional<List<FreeSlot>> slots(ClinicId clinic) {
        return Optional.empty();
    }
}
