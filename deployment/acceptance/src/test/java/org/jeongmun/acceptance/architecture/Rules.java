package org.jeongmun.acceptance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The rules, apart from whom they are applied to, so that {@link RulesBiteTest} can hold them against offenders. */
final class Rules {
    /** Where rows are read and written. */
    static final String[] STORAGE = {"java.sql..", "javax.sql.."};

    private static final Set<String> SYSTEM_CLOCKS = Set.of("currentTimeMillis", "nanoTime");
    private static final Set<String> BOXES = Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Double");

    private Rules() {}

    /** Only the allowed packages (of whatever origin) are used. An allow-list: a new library has to ask. */
    static ArchRule onlyUse(String[] subjects, String... allowed) {
        return classes().that().resideInAnyPackage(subjects).should().onlyDependOnClassesThat(isIn(allowed));
    }

    /** None of the forbidden packages is used. */
    static ArchRule neverUse(String[] subjects, String... forbidden) {
        return noClasses()
                .that()
                .resideInAnyPackage(subjects)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden);
    }

    /** Time comes in as a value. Looks at accesses, because a call condition misses {@code Instant::now}. */
    static ArchRule neverReadTheClock(String... subjects) {
        return noClasses().that().resideInAnyPackage(subjects).should().accessTargetWhere(readsAClock());
    }

    /**
     * Numbers are logged as text: a logger groups the digits of one that it is given, as its locale has it. Looks for
     * what boxes one in whatever logs.
     */
    static ArchRule neverLogANumber(String... subjects) {
        return codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(subjects)
                .should(new ArchCondition<JavaCodeUnit>("log no number") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        if (unit.getMethodCallsFromSelf().stream().anyMatch(Rules::logs)) {
                            unit.getMethodCallsFromSelf().stream()
                                    .filter(Rules::boxesANumber)
                                    .forEach(call ->
                                            events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                        }
                    }
                });
    }

    private static boolean logs(JavaMethodCall call) {
        return call.getTargetOwner().getName().equals("java.lang.System$Logger");
    }

    private static boolean boxesANumber(JavaMethodCall call) {
        return call.getName().equals("valueOf")
                && BOXES.contains(call.getTargetOwner().getName());
    }

    private static DescribedPredicate<JavaClass> isIn(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages)
                .or(describe(
                        "are primitive", type -> type.getBaseComponentType().isPrimitive()))
                .or(describe(
                        "are arrays of those",
                        type -> type.isArray()
                                && JavaClass.Predicates.resideInAnyPackage(packages)
                                        .test(type.getBaseComponentType())));
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return describe("a clock is read", access -> {
            String owner = access.getTargetOwner().getName();
            String member = access.getName();
            return owner.startsWith("java.time.") && member.equals("now")
                    || owner.equals("java.time.Clock") && (member.startsWith("system") || member.startsWith("tick"))
                    || owner.equals("java.lang.System") && SYSTEM_CLOCKS.contains(member);
        });
    }
}
