package org.jeongmun.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jeongmun.acceptance.container.deployed.Story;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.EligibilityCheck;
import org.jeongmun.reservation.Door;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.ReservationOutcome.Done;
import org.jeongmun.reservation.ReservationService;
import org.jeongmun.reservation.ReservationState;
import org.jeongmun.reservation.Reservations;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.schedule.ScheduleInForce;
import org.jeongmun.web.state.PortalState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Runs in the server, in the portal's own WAR; see {@link TestWar} for how it gets past the gate. */
@ArquillianTest
@DisplayName("The container's wiring")
class WiringIT {
    @Inject
    private ReservationService service;

    @Inject
    private Reservations reservations;

    @Inject
    private ClinicDirectory directory;

    @Inject
    private EligibilityCheck eligibility;

    @Inject
    private ScheduleInForce scheduleInForce;

    @Inject
    private PortalState state;

    @Deployment
    static WebArchive portal() throws SQLException {
        return TestWar.whileOpen(WiringIT.class);
    }

    @Test
    void hasOneStateThatIsTheScheduleInForceToo() {
        Story.schedule(scheduleInForce);
        assertSame(state, scheduleInForce);
        assertEquals(PortalStatus.OPEN, state.status());
    }

    @Test
    void asksTheBuiltInRuleWhoBelongs() {
        OpeningSchedule schedule = Story.schedule(scheduleInForce);
        awaitRules(schedule);
        assertEquals(
                Set.of(schedule.cohorts().get(0).id()),
                eligibility.check(Story.invited('a'), schedule).cohorts());
    }

    /** The first question after a start loads classes, and may come too late for its limit. */
    private void awaitRules(OpeningSchedule schedule) {
        Awaitility.await("rules that answer in time")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(() -> eligibility
                        .check(Story.invited('z'), schedule)
                        .undetermined()
                        .isEmpty());
    }

    @Test
    void fillsTheDirectoryFromTheDatabase() {
        Story.schedule(scheduleInForce);
        Awaitility.await("the snapshot")
                .atMost(Duration.ofSeconds(60))
                .until(() -> directory.freePlaces().orElse(0L) >= 2);
        // Other tests have clinics in the same database.
        assertTrue(directory.regions().containsKey("서울특별시"));
    }

    @Test
    void bringsTheServiceTogetherAsFarAsTheDatabase() throws SQLException {
        awaitRules(Story.schedule(scheduleInForce));
        Applicant applicant = Story.invited('b');
        assertInstanceOf(Entitlement.Now.class, service.entitlementOf(applicant));
        assertInstanceOf(Done.class, service.hold(applicant, Story.slot("slot"), Door.WEB, Optional.empty()));
        assertEquals(1, Story.rows(applicant, "HELD"));
        Done confirmed = assertInstanceOf(Done.class, service.confirm(applicant, Optional.empty()));
        assertEquals(ReservationState.CONFIRMED, confirmed.reservation().state());
        assertEquals(1, Story.rows(applicant, "CONFIRMED"));
        assertEquals(
                confirmed.reservation(),
                reservations
                        .activeOf(Story.schedule(scheduleInForce).campaign(), applicant.key())
                        .orElseThrow());
    }
}
