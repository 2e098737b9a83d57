package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.portal.OrdinaryUser;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;

/** A partner of one portal who has asked as often as one day allows. */
final class UsedUpQuota {
    private static final String CLINICS = "/lookup/clinic-lookup-portal/v1/clinics?limit=1";
    private static final int TOO_MANY = 429;
    private static final int NOT_TOLD_YET = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String key;

    private UsedUpQuota(String key) {
        this.key = key;
    }

    /** The operator makes a partner, who asks until they are told that it is too much. */
    static UsedUpQuota of(Portal portal, OrdinaryUser operator) {
        PortalJar.Ended created = operator.run(
                "partner",
                "create",
                "daily",
                "--rate",
                "1000",
                "--quota",
                "3",
                "--data",
                operator.folder().toString());
        assertEquals(0, created.exitCode(), created::toString);
        List<String> told = created.output().lines().toList();
        UsedUpQuota partner = new UsedUpQuota(told.get(told.size() - 1));
        Awaitility.await("the quota of the day")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> partner.ask(portal) == TOO_MANY);
        return partner;
    }

    /** @return the status of the first answer of a portal that knows its partners */
    int askAgain(Portal portal) {
        return Awaitility.await("a portal that has read who its partners are")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ask(portal), status -> status != NOT_TOLD_YET);
    }

    private int ask(Portal portal) {
        return RawRequest.of("GET", CLINICS)
                .header("X-Partner-Key", key)
                .sendTo(portal.published().publicUrl())
                .status();
    }
}
