package org.jeongmun.spi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the portal lends a look-up plugin for one request: a search over clinics with free places. It answers from a
 * snapshot in memory, quickly, and refuses outside open windows by itself, whatever the gate before it decided. Who
 * asks without a contract is told numbers in coarse steps, each the lower bound of its step: 0, 1, 10, 100. A plugin
 * cannot tell what it has not been told.
 *
 * <p>May be asked several times, by the thread of the call only, and again while each piece of a long answer is written
 * ({@link LookupAnswer.Pieces}); asked at any other time it throws {@link IllegalStateException}, so a plugin cannot
 * keep it and look on its own account.
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

    /**
     * Names the provinces and metropolitan cities that have clinics, as a {@link ClinicQuery} takes them.
     *
     * @return in the directory's order; empty when availability is closed now
     */
    default Optional<List<String>> provinces() {
        Set<String> provinces = new LinkedHashSet<>();
        Optional<String> next = Optional.empty();
        do {
            ClinicQuery query =
                    new ClinicQuery(Optional.empty(), Optional.empty(), Optional.empty(), ClinicQuery.MOST, next);
            if (!(clinics(query) instanceof ClinicSearch.Page page)) {
                return Optional.empty();
            }
            page.clinics().forEach(clinic -> provinces.add(clinic.sido()));
            next = page.next();
        } while (next.isPresent());
        return Optional.of(List.copyOf(provinces));
    }
}
