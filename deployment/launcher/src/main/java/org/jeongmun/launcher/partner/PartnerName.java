package org.jeongmun.launcher.partner;

import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.partner.PartnerId;
import picocli.CommandLine.Parameters;

/** The partner that a command is about; mix it in. */
final class PartnerName {
    @Parameters(index = "0", paramLabel = "ID", description = "The partner's id: a-z, 0-9 and hyphens, at most 64.")
    private String id;

    /** @throws CommandFailure exit code 2 for what cannot be an id */
    PartnerId id() {
        if (!PartnerId.isWellFormed(id)) {
            throw CommandFailure.wrongUsage(
                    "ID: a partner's id has lower-case letters, digits and hyphens, at most 64.");
        }
        return new PartnerId(id);
    }
}
