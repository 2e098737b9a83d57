package org.jeongmun.acceptance.outerlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With both locks of the gate out of order")
class NoLockHoldsIT {

    @Test
    void theDirectoryStillTellsNothingBeforeTheOpening() throws IOException {
        try (SabotagedPortal portal =
                SabotagedPortal.start(SabotagedPortal.Sabotaged.BOTH, "2021-07-14T12:00:00+09:00")) {
            RawResponse proof = RawRequest.of("GET", "/check-in").sendTo(portal.publicUrl());
            assertEquals(200, proof.status(), "The locks are in order, and all this proves nothing.");
            for (String target : List.of(
                    "/lookup/clinic-lookup-portal/v1/clinics",
                    "/lookup/clinic-lookup-smart/$bulk-publish",
                    "/lookup/clinic-lookup-smart/slots.ndjson",
                    "/clinics")) {
                RawResponse answer = RawRequest.of("GET", target).sendTo(portal.publicUrl());
                assertTrue(answer.status() >= 422, () -> target + " -> " + answer);
                assertFalse(
                        answer.body().contains("freePlaces")
                                || answer.body().contains("\"free\"")
                                || answer.body().contains("class=\"free\""),
                        answer::body);
            }
        }
    }
}
