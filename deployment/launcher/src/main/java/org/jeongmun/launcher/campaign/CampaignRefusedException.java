package org.jeongmun.launcher.campaign;

import java.util.Collection;
import java.util.List;

/** A campaign file is not as it must be; carries everything that is wrong with it. */
public final class CampaignRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    CampaignRefusedException(Collection<Fault> faults) {
        super("The campaign file has %d fault(s).".formatted(faults.size()));
        this.faults = List.copyOf(faults);
    }

    /** @return what is wrong, at least one fault, in the order of the lines */
    public List<Fault> faults() {
        return faults;
    }
}
