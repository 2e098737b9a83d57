package org.jeongmun.acceptance.container;

import static org.jeongmun.acceptance.client.ClosedAnswers.assertClosed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.container.deployed.Exported;
import org.jeongmun.acceptance.container.intruder.Intruder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From outside, on the portal's own WAR with an open page that sends requests on inside the server. The page takes the
 * gate's mark away first: so the gate has to stand in the way of the dispatch itself to be noticed.
 */
@ArquillianTest
@RunAsClient
@DisplayName("The gate is the first filter")
class GateOrderIT {
    @ArquillianResource
    private URL portal;

    @Deployment
    static WebArchive beforeOpening() throws SQLException {
        return TestWar.beforeOpening(GateOrderIT.class);
    }

    @Test
    void ofARequest() {
        assertEquals("reached: REQUEST after-the-gate; ", get("/probe/target").body());
    }

    @Test
    void ofARequestOnce() {
        assertEquals("gates: 1", get("/probe/target?gates").body());
    }

    @ParameterizedTest(name = "of a dispatch by {0}")
    @CsvSource({
        "forward, /probe/target, FORWARD",
        "include, /probe/target, INCLUDE",
        "named, target, FORWARD",
        "named-include, target, INCLUDE",
        "async, /probe/target, ASYNC"
    })
    void of(String how, String to, String dispatch) {
        RawResponse answer = get("/probe?how=%s&to=%s".formatted(how, to));
        assertEquals(
                "reached: REQUEST after-the-gate; %s after-the-gate; ".formatted(dispatch),
                answer.body(),
                () -> how + " " + answer);
    }

    @ParameterizedTest(name = "and shuts a door by {0}")
    @CsvSource({"forward, /check-in", "forward, /reserve/clinic", "forward, /no-such-door", "async, /check-in"})
    void andShuts(String how, String to) {
        assertClosed("NOT_YET_OPEN", to, get("/probe?how=%s&to=%s".formatted(how, to)));
    }

    @Test
    void andLetsNoErrorPagePass() {
        assertClosed("UNKNOWN", "an error page", get("/probe?how=error"));
    }

    @Test
    void andNoJarOfTheApplicationGetsAheadOfIt() {
        for (String target : List.of("/", "/probe/target", "/check-in", "/no-such-door")) {
            assertEquals(List.of(), get(target).all(Intruder.MARK), target);
        }
        assertEquals(200, get("/").status(), "the notice");
    }

    @Test
    void andWhatItRefusesIsExported() {
        double before = refused();
        get("/check-in");
        get("/check-in");
        assertEquals(before + 2, refused());
    }

    private static double refused() {
        return Exported.at(ServerOfATest.managementPort())
                .value("portal_gate_refusals_total", "class=\"CHECK_IN\"", "state=\"NOT_YET_OPEN\"");
    }

    private RawResponse get(String target) {
        try {
            URI door = portal.toURI();
            return RawRequest.of("GET", target).sendTo(door);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
