package org.jeongmun.acceptance.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Knowledge")
class DirectionTest {
    @Test
    void flowsFromTheHostToTheDomainAndNotToTheWebOrTheLauncher() {
        Rules.neverUse(Part.patterns(Part.PLUGIN_HOST), Part.patterns(Part.WEB, Part.LAUNCHER))
                .check(PortalClasses.all());
    }

    @Test
    void doesNotFlowBetweenTheWebAndTheLauncher() {
        Rules.neverUse(Part.patterns(Part.WEB), Part.LAUNCHER.pattern()).check(PortalClasses.all());
        Rules.neverUse(Part.patterns(Part.LAUNCHER), Part.WEB.pattern()).check(PortalClasses.all());
    }

    /** They share pure code, of which each has a copy; whoever knew the other one could not stand in for it. */
    @Test
    void doesNotFlowBetweenTheTwoLocks() {
        Rules.neverUse(
                        Part.patterns(Part.LOCK),
                        Part.patterns(Part.WEB, Part.OUTER_LOCK, Part.LAUNCHER, Part.PLUGIN_HOST, Part.PLUGINS))
                .check(PortalClasses.all());
        Rules.neverUse(
                        Part.patterns(Part.OUTER_LOCK),
                        Part.patterns(Part.WEB, Part.LAUNCHER, Part.PLUGIN_HOST, Part.PLUGINS))
                .check(PortalClasses.all());
        Rules.neverUse(Part.patterns(Part.WEB, Part.PLUGIN_HOST, Part.LAUNCHER), Part.OUTER_LOCK.pattern())
                .check(PortalClasses.all());
        Rules.neverUse(Part.patterns(Part.PLUGIN_HOST), Part.LOCK.pattern()).check(PortalClasses.all());
        // It asks both across class loaders, and has nothing else of theirs.
        Rules.neverUse(Part.patterns(Part.LAUNCHER), Part.LOCK.slices()).check(PortalClasses.all());
    }

    /**
     * Who tries the doors shares no more with those who hold them than the decision, the list of URLs and the words.
     */
    @Test
    void doesNotFlowBetweenThoseWhoHoldTheDoorsAndWhoTriesThem() {
        Rules.neverUse(
                        Part.patterns(Part.DOORS),
                        Part.patterns(Part.WEB, Part.OUTER_LOCK, Part.LAUNCHER, Part.PLUGIN_HOST, Part.PLUGINS))
                .check(PortalClasses.all());
        Rules.neverUse(Part.patterns(Part.WEB, Part.LOCK, Part.OUTER_LOCK, Part.PLUGIN_HOST), Part.DOORS.pattern())
                .check(PortalClasses.all());
    }

    /** The portal is written to the standards; what is this server's alone is kept where the server is started. */
    @Test
    void ofTheServerIsKeptInTheLauncherAndTheOuterLock() {
        Rules.neverUse(
                        Part.patternsAnd(
                                Part.DOMAIN, Part.WEB.pattern(), Part.LOCK.pattern(), Part.PLUGIN_HOST.pattern()),
                        "fish.payara..",
                        "org.glassfish..",
                        "org.apache.catalina..")
                .check(PortalClasses.all());
    }

    @Test
    void ofTablesIsKeptFromPagesGateLookupsAndTheJourney() {
        Rules.neverUse(Part.patterns(Part.WEB_PAGE, Part.WEB_GATE, Part.WEB_LOOKUP, Part.WEB_JOURNEY), Rules.STORAGE)
                .check(PortalClasses.all());
    }

    @ParameterizedTest(name = "among what {0} is made of")
    @EnumSource(
            value = Part.class,
            names = {"WHOLE", "WEB", "LAUNCHER", "LOCK", "OUTER_LOCK", "DOORS"})
    void neverRunsInACircle(Part whole) {
        // A program without sub-packages has no slices, and so no circles.
        slices().matching(whole.slices())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PortalClasses.all());
    }
}
