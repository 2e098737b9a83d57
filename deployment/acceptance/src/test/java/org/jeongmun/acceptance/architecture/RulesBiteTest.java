package org.jeongmun.acceptance.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A rule about offenders")
class RulesBiteTest {
    private static final String[] OFFENDERS = {"org.jeongmun.acceptance.architecture.offender.."};
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPackages("org.jeongmun.acceptance.architecture.offender");

    @Test
    void catchesAClockReadThroughAMethodReference() {
        assertCatches("Instant.now", Rules.neverReadTheClock(OFFENDERS));
    }

    @Test
    void catchesAForbiddenTypeThatIsOnlyATypeArgument() {
        assertCatches("java.sql.Connection", Rules.neverUse(OFFENDERS, Rules.STORAGE));
    }

    @Test
    void catchesAnyTypeThatIsNotOnTheAllowList() {
        assertCatches("java.sql.Connection", Rules.onlyUse(OFFENDERS, "java.lang..", "java.time..", "java.util.."));
    }

    @Test
    void catchesANumberThatIsLoggedAsTheLocaleHasIt() {
        assertCatches("java.lang.Long.valueOf", Rules.neverLogANumber(OFFENDERS));
    }

    @Test
    void isSatisfiedWhenAllIsAllowed() {
        ArchRule rule = Rules.onlyUse(OFFENDERS, "java..");

        assertEquals(
                "", String.join("\n", rule.evaluate(CLASSES).getFailureReport().getDetails()));
    }

    private static void assertCatches(String what, ArchRule rule) {
        EvaluationResult result = rule.evaluate(CLASSES);

        assertTrue(
                result.getFailureReport().getDetails().stream().anyMatch(line -> line.contains(what)),
                () -> "Expected a violation that names %s; got %s".formatted(what, result.getFailureReport()));
    }
}
