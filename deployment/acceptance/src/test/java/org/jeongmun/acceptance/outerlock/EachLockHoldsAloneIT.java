package org.jeongmun.acceptance.outerlock;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jeongmun.acceptance.client.ClosedAnswers;
import org.jeongmun.acceptance.client.Doors;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.outerlock.SabotagedPortal.Sabotaged;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Each lock holds alone:")
class EachLockHoldsAloneIT {
    private static final String BEFORE_THE_OPENING = "2021-07-14T12:00:00+09:00";
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "get");

    private static SabotagedPortal outerAlone;
    private static SabotagedPortal innerAlone;

    @BeforeAll
    static void start() throws IOException {
        outerAlone = SabotagedPortal.start(Sabotaged.INNER, BEFORE_THE_OPENING);
        innerAlone = SabotagedPortal.start(Sabotaged.OUTER, BEFORE_THE_OPENING);
    }

    @AfterAll
    static void end() {
        Stream.of(outerAlone, innerAlone).filter(portal -> portal != null).forEach(SabotagedPortal::close);
    }

    static Stream<String> doorsOfTheSecondApplication() {
        return Stream.of(
                "/second/",
                "/second/index.html",
                "/second/hello.html",
                "/second/inside/hello.html",
                "/second/slots.json",
                "/second/%68ello.html",
                "/second/x/../hello.html",
                "/second//hello.html",
                "/second/hello.html;x=1",
                "/second/nothing",
                "/second/WEB-INF/web.xml");
    }

    static Stream<String> doorsOfThePortal() {
        return Doors.shutBeforeOpening();
    }

    @Test
    void theSecondApplicationIsThereOrAllThisProvesNothing() {
        RawResponse answer = RawRequest.of("GET", "/second/hello.html").sendTo(innerAlone.publicUrl());
        assertEquals(200, answer.status());
        assertEquals(SabotagedPortal.SECRET, answer.body());
    }

    @ParameterizedTest(name = "the outer one shuts {0}, of an application without a lock")
    @MethodSource("doorsOfTheSecondApplication")
    void theOuterOneInFrontOfAnApplicationWithoutALock(String target) {
        for (String method : METHODS) {
            RawResponse answer = RawRequest.of(method, target).sendTo(outerAlone.publicUrl());
            ClosedAnswers.assertClosed("NOT_YET_OPEN", target, answer);
            assertFalse(answer.body().contains(SabotagedPortal.SECRET));
        }
    }

    @ParameterizedTest(name = "the outer one shuts {0}, whatever the inner one says")
    @MethodSource("doorsOfThePortal")
    void theOuterOneWhateverTheInnerOneSays(String target) {
        for (String method : METHODS) {
            ClosedAnswers.assertClosed(
                    "NOT_YET_OPEN", target, RawRequest.of(method, target).sendTo(outerAlone.publicUrl()));
        }
    }

    @ParameterizedTest(name = "the inner one shuts {0}, whatever the outer one says, in the same bytes")
    @MethodSource("doorsOfThePortal")
    void theInnerOneWhateverTheOuterOneSaysInTheSameBytes(String target) {
        for (String method : METHODS) {
            RawResponse inner = RawRequest.of(method, target).sendTo(innerAlone.publicUrl());
            RawResponse outer = RawRequest.of(method, target).sendTo(outerAlone.publicUrl());
            assertAll(
                    method + " " + target,
                    () -> ClosedAnswers.assertClosed("NOT_YET_OPEN", target, inner),
                    () -> assertEquals(withoutTheWait(outer), withoutTheWait(inner)),
                    () -> assertEquals(outer.body(), inner.body()));
        }
    }

    @ParameterizedTest(name = "{0} passes both")
    @ValueSource(strings = {"/", "/schedule.json", "/robots.txt", "/assets/portal.css"})
    void noticesPassBoth(String target) {
        assertEquals(
                200, RawRequest.of("GET", target).sendTo(outerAlone.publicUrl()).status());
        assertEquals(
                200, RawRequest.of("GET", target).sendTo(innerAlone.publicUrl()).status());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/schedule.json;jreplica=1",
                "/schedule.json;jsessionidversion=1",
                "/schedule.json;jsessionid=1",
                "/schedule.json;x",
                "http://evil.example/schedule.json",
                "/WEB-INF/web.xml"
            })
    void theOuterOneReadsTheTargetAsItCameOverTheWire(String target) {
        ClosedAnswers.assertClosed(
                "NOT_YET_OPEN", target, RawRequest.of("GET", target).sendTo(outerAlone.publicUrl()));
    }

    @Test
    void refusalsOfBothLocksAreOneNumber() {
        for (SabotagedPortal portal : List.of(outerAlone, innerAlone)) {
            double before = refusedBookings(portal);
            RawRequest.of("GET", "/reserve/clinic").sendTo(portal.publicUrl());
            assertEquals(before + 1, refusedBookings(portal));
        }
    }

    @Test
    void theManagementPortHasItsOwnDoorsAndNoOthers() {
        var management = outerAlone.portal().published().managementUrl();
        assertEquals(
                200, RawRequest.of("GET", "/health/ready").sendTo(management).status());
        for (String target : List.of("/", "/second/hello.html", "/reserve/clinic", "/nothing-here")) {
            assertEquals(404, RawRequest.of("GET", target).sendTo(management).status(), target);
        }
    }

    private static double refusedBookings(SabotagedPortal portal) {
        String metrics = RawRequest.of("GET", "/metrics")
                .sendTo(portal.portal().published().managementUrl())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("portal_gate_refusals_total")
                        && line.contains("class=\"BOOKING\"")
                        && line.contains("state=\"NOT_YET_OPEN\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static List<String> withoutTheWait(RawResponse answer) {
        return answer.constantHeaders().stream()
                .filter(line -> !line.startsWith("Retry-After:"))
                .toList();
    }
}
