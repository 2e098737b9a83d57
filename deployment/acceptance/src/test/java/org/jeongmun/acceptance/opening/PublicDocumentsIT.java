package org.jeongmun.acceptance.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What other sites may read in a browser")
@ExtendWith(SharedPortals.class)
class PublicDocumentsIT {
    private final URI open;
    private final URI shut;

    PublicDocumentsIT(@Serving(Stage.OPEN) Portal open, @Serving(Stage.BEFORE_OPENING) Portal shut) {
        this.open = open.published().publicUrl();
        this.shut = shut.published().publicUrl();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/schedule.json", "/waiting/status.json"})
    void isTheSchedulesAndForOneSecond(String target) {
        for (URI door : List.of(open, shut)) {
            for (String method : List.of("GET", "HEAD")) {
                RawResponse answer = RawRequest.of(method, target)
                        .header("Origin", "https://elsewhere.example")
                        .sendTo(door);
                assertEquals(List.of("max-age=1"), answer.all("Cache-Control"), answer::toString);
                assertEquals(List.of("*"), answer.all("Access-Control-Allow-Origin"), answer::toString);
            }
        }
    }

    @ParameterizedTest(name = "not {0}")
    @ValueSource(
            strings = {
                "/",
                "/waiting",
                "/privacy",
                "/accessibility",
                "/favicon.ico",
                "/robots.txt",
                "/assets/portal.css",
                "/check-in",
                "/clinics",
                "/lookup/clinic-lookup-portal/v1/clinics",
                "/reservation",
                "/reserve/done",
                "/reserve/clinic",
                "/go",
                "/nothing-here",
                "/schedule.json/"
            })
    void isNothingElse(String target) {
        for (URI door : List.of(open, shut)) {
            RawResponse answer = RawRequest.of("GET", target)
                    .header("Origin", "https://elsewhere.example")
                    .sendTo(door);
            assertEquals(List.of(), answer.all("Access-Control-Allow-Origin"), answer::toString);
        }
    }
}
