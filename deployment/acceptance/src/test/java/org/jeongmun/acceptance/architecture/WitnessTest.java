package org.jeongmun.acceptance.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule about an empty package passes, on either side. So each package that a rule names shows a class. */
@DisplayName("A package that a rule names")
class WitnessTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource(Part.class)
    void holdsAClassOfOurs(Part part) {
        PackageMatcher matcher = PackageMatcher.of(part.pattern());

        assertTrue(
                PortalClasses.all().stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .anyMatch(type -> matcher.matches(type.getPackageName())),
                () -> "No class is in %s: was it renamed? Then rename it in Part.".formatted(part.pattern()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forbiddenToSome")
    void isUsedSomewhereWhenItIsForbiddenToSome(String pattern) {
        PackageMatcher matcher = PackageMatcher.of(pattern);

        assertTrue(
                PortalClasses.all().stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .map(JavaClass::getPackageName)
                        .anyMatch(matcher::matches),
                () -> "Nobody uses %s: a rule that forbids it may have a wrong name in it.".formatted(pattern));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.jeongmun.acceptance.architecture.PortalClasses#plugins")
    void isLookedForInEveryPlugin(String plugin) {
        assertTrue(
                PortalClasses.all().stream()
                        .flatMap(type -> type.getSource().stream())
                        .anyMatch(source -> source.getUri().toString().contains("/" + plugin + "/")),
                () -> "No class of %s is looked at.".formatted(plugin));
    }

    private static Stream<String> forbiddenToSome() {
        return Stream.of(Rules.STORAGE);
    }
}
