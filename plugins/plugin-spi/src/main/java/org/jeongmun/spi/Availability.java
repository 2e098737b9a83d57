package org.jeongmun.spi;

/**
 * What the portal lends a look-up plugin for one request: a search over clinics with free places. It answers from a
 * snapshot in memory, quickly, and refuses outside open windows by itself, whatever the gate before it decided.
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
}
