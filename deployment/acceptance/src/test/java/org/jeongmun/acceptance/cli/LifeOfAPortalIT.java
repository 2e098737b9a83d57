package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.ClosedAnswers;
import org.jeongmun.acceptance.client.Journey;
import org.jeongmun.acceptance.client.Knocking;
import org.jeongmun.acceptance.client.Knocking.Heard;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.OrdinaryUser;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;
import org.jeongmun.acceptance.portal.Ports;
import org.jeongmun.acceptance.portal.ProcFiles;
import org.jeongmun.acceptance.portal.Processes;
import org.jeongmun.acceptance.portal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A demo of an ordinary user is started, used, stopped, refused in several ways, and started again. */
@DisplayName("A portal of an ordinary user")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeOfAPortalIT {
    private static final String BORN_ON = "19650908";
    private static final List<String> DOORS = List.of(
            "/", "/waiting", "/schedule.json", "/assets/portal.css", "/check-in", "/reserve/clinic", "/reserve/done");

    private final OrdinaryUser user = OrdinaryUser.create("life");
    private Portal portal;
    private Set<String> users;
    private Set<ProcFiles.Listening> sockets;
    private Set<Integer> datagrams;
    private Set<PosixFilePermission> permissions;
    private PortalJar.Ended status;
    private PortalJar.Ended statusAfterwards;
    private PortalJar.Ended secondOne;
    private String code;
    private Instant stoppedAt;
    private long askedAtStop;
    private long answeredAtStop;
    private int exitCode;
    private boolean publishedAfterwards;
    private List<ProcessHandle> leftOver;
    private PortalJar.Ended withoutDemo;
    private PortalJar.Ended withAnotherClock;
    private List<Heard> heardAtStart;
    private int partnerIsTold;

    @BeforeAll
    void liveIt() throws IOException, SQLException {
        String folder = user.folder().toString();
        PortalPlan plan = PortalPlan.demo("life", "2021-07-14T20:30:00+09:00").through(user.prefix());
        portal = Portal.start(plan, user.jar(), user.folder());
        List<ProcessHandle> tree = portal.tree();
        Set<Long> pids = tree.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        users = pids.stream().flatMap(pid -> ProcFiles.userOf(pid).stream()).collect(Collectors.toSet());
        sockets = ProcFiles.listeningSocketsOf(pids);
        datagrams = ProcFiles.datagramPortsOf(pids);
        permissions = Files.getPosixFilePermissions(portal.publishedFile());
        code = new Journey(portal.published().publicUrl(), Citizen.bornOn(BORN_ON)).toCode();
        status = user.run("status", "--data", folder);
        secondOne = user.run("run", "--demo", "--port", "0", "--management-port", "0", "--data", folder);
        UsedUpQuota quota = UsedUpQuota.of(portal, user);
        askedAtStop = System.nanoTime();
        stoppedAt = Rows.of(portal).now();
        answeredAtStop = System.nanoTime();
        exitCode = portal.stop();
        publishedAfterwards = Files.exists(portal.publishedFile());
        leftOver = tree.stream().filter(Processes::runs).toList();
        statusAfterwards = user.run("status", "--data", folder);
        withoutDemo = user.run("run", "--port", "0", "--management-port", "0", "--data", folder);
        withAnotherClock = user.run(
                "run",
                "--demo",
                "--demo-clock",
                "2021-07-14T19:00:00+09:00",
                "--port",
                "0",
                "--management-port",
                "0",
                "--data",
                folder);
        String port = Integer.toString(Ports.free());
        heardAtStart = Knocking.during(
                () -> portal.startAgain("--demo", "--port", port), URI.create("http://127.0.0.1:" + port), DOORS);
        partnerIsTold = quota.askAgain(portal);
    }

    @AfterAll
    void end() {
        if (portal != null) {
            portal.close();
        }
        user.close();
    }

    @Test
    void belongsToThatUserWithItsDatabase() {
        assertEquals(1, users.size(), users::toString);
        assertNotEquals(Set.of("0"), users);
    }

    @Test
    void listensOnLoopbackAloneAndOnNothingThatItDoesNotPublish() {
        Set<Integer> expected = Set.of(
                portal.published().publicUrl().getPort(),
                portal.published().managementUrl().getPort(),
                databasePort());
        assertEquals(3, expected.size());
        assertTrue(sockets.stream().allMatch(ProcFiles.Listening::loopbackOnly), sockets::toString);
        assertEquals(
                3, sockets.stream().map(ProcFiles.Listening::port).distinct().count(), sockets::toString);
        assertEquals(Set.of(), datagrams);
    }

    private int databasePort() {
        return URI.create(portal.published().databaseUrl().substring("jdbc:".length()))
                .getPort();
    }

    @Test
    void publishesItselfToItsUserAlone() {
        assertEquals(PosixFilePermissions.fromString("rw-------"), permissions);
    }

    @Test
    void tellsItsStatusWhileItRuns() {
        assertEquals(0, status.exitCode(), status::toString);
        assertTrue(status.output().contains("OPEN"), status::toString);
    }

    @Test
    void tellsThatNobodyServesAsSoonAsItHasStopped() {
        assertTrue(status.output().contains("Phase         OPEN\n"), status::toString);
        assertEquals(0, statusAfterwards.exitCode(), statusAfterwards::toString);
        assertTrue(statusAfterwards.output().contains("OPEN; no node serves now"), statusAfterwards::toString);
    }

    @Test
    void keepsASecondOneOutOfItsFolder() {
        assertEquals(3, secondOne.exitCode(), secondOne::toString);
        assertEquals(1, secondOne.errorLines().size(), secondOne::toString);
    }

    @Test
    void endsInOrderWhenItIsAskedTo() {
        assertEquals(0, exitCode, portal::console);
        assertFalse(publishedAfterwards);
        assertEquals(List.of(), leftOver);
    }

    @Test
    void isADemoForGood() {
        for (PortalJar.Ended ended : List.of(withoutDemo, withAnotherClock)) {
            assertEquals(2, ended.exitCode(), ended::toString);
            assertEquals(1, ended.errorLines().size(), ended::toString);
        }
        assertTrue(withAnotherClock.errors().contains("--demo-clock"), withAnotherClock::toString);
    }

    @Test
    void findsItsDataAgain() throws SQLException {
        assertEquals("CONFIRMED", Rows.of(portal).text("SELECT state FROM reservation WHERE code = ?", code));
        assertEquals(
                200,
                new Visitor(portal.published().publicUrl()).get("/check-in").status());
    }

    @Test
    void countsOnWhereAPartnersDayHadComeTo() {
        assertEquals(429, partnerIsTold);
    }

    @Test
    void keepsItsClockRunningMeanwhile() throws SQLException {
        long asked = System.nanoTime();
        Instant now = Rows.of(portal).now();
        // However slowly the database answered: no less has gone by than between the questions, and no more.
        Duration least = Duration.ofNanos(asked - answeredAtStop).minusSeconds(2);
        Duration most = Duration.ofNanos(System.nanoTime() - askedAtStop).plusSeconds(2);
        Duration gone = Duration.between(stoppedAt, now);
        assertTrue(
                gone.compareTo(least) > 0 && gone.compareTo(most) < 0,
                () -> gone + " is not between " + least + " and " + most);
    }

    /** The server is up for seconds before the portal is there, and would answer for it by itself. */
    @Test
    void listensToNobodyBeforeItIsThere() {
        for (Heard heard : heardAtStart) {
            RawResponse answer = heard.answer();
            assertTrue(answer.header("Content-Security-Policy").isPresent(), heard::toString);
            assertTrue(Set.of(200, 303, 503).contains(answer.status()), heard::toString);
            if (answer.status() == 503) {
                ClosedAnswers.assertClosed("UNKNOWN", heard.target(), answer);
            }
        }
        assertFalse(heardAtStart.isEmpty(), "nobody knocked in time");
    }

    @Test
    void leavesNothingOfThePersonInItsLog() throws IOException {
        Path log = portal.folder().resolve("portal.log");
        String written = Files.readString(log) + portal.console();
        assertFalse(written.contains(BORN_ON) || written.contains("시험") || written.contains(code), written);
    }
}
