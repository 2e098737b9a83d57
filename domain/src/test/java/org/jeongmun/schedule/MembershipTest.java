package org.jeongmun.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Rules combined")
class MembershipTest {
    private static final EligibilityRule A = new EligibilityRule("cohort-a", Map.of());
    private static final EligibilityRule B = new EligibilityRule("cohort-b", Map.of());

    @ParameterizedTest(name = "{0}, {1}: all {2}, any {3}, not the first {4}")
    @CsvSource({
        "YES, YES, YES, YES, NO",
        "YES, NO, NO, YES, NO",
        "YES, UNCLEAR, UNCLEAR, YES, NO",
        "NO, YES, NO, YES, YES",
        "NO, NO, NO, NO, YES",
        "NO, UNCLEAR, NO, UNCLEAR, YES",
        "UNCLEAR, YES, UNCLEAR, YES, UNCLEAR",
        "UNCLEAR, NO, NO, UNCLEAR, UNCLEAR",
        "UNCLEAR, UNCLEAR, UNCLEAR, UNCLEAR, UNCLEAR"
    })
    void keepWhatIsNotClearApart(Belonging a, Belonging b, Belonging all, Belonging any, Belonging not) {
        Map<EligibilityRule, Belonging> answers = Map.of(A, a, B, b);
        assertEquals(all, new Membership.All(List.of(A, B)).of(answers::get));
        assertEquals(any, new Membership.Any(List.of(A, B)).of(answers::get));
        assertEquals(not, new Membership.Not(A).of(answers::get));
    }

    /** A clear answer must be the same whatever the unclear ones would have been; else somebody is let in by chance. */
    @Test
    void areClearOnlyWhereNoMissingAnswerCouldChangeThem() {
        SplittableRandom random = new SplittableRandom(20_210_720);
        for (int round = 0; round < 2_000; round++) {
            Membership membership = any(random, 4);
            Map<EligibilityRule, Belonging> answers =
                    Map.of(A, Belonging.values()[random.nextInt(3)], B, Belonging.values()[random.nextInt(3)]);
            Belonging said = membership.of(answers::get);
            if (said != Belonging.UNCLEAR) {
                assertEquals(Set.of(said), couldBe(membership, answers), () -> membership + " of " + answers);
            }
        }
    }

    @Test
    void nameEveryRuleOnceForEachTimeItIsWritten() {
        Membership membership = new Membership.Any(List.of(new Membership.Not(A), new Membership.All(List.of(B, A))));
        assertEquals(List.of(A, B, A), membership.rules().toList());
    }

    @Test
    void areAtLeastOne() {
        assertThrows(IllegalArgumentException.class, () -> new Membership.All(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Membership.Any(List.of()));
    }

    private static Set<Belonging> couldBe(Membership membership, Map<EligibilityRule, Belonging> answers) {
        Set<Belonging> found = new TreeSet<>();
        for (Belonging a : clear(answers.get(A))) {
            for (Belonging b : clear(answers.get(B))) {
                found.add(membership.of(Map.of(A, a, B, b)::get));
            }
        }
        return found;
    }

    private static List<Belonging> clear(Belonging answer) {
        return answer == Belonging.UNCLEAR ? List.of(Belonging.YES, Belonging.NO) : List.of(answer);
    }

    private static Membership any(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextBoolean() ? A : B;
        }
        if (random.nextInt(3) == 0) {
            return new Membership.Not(any(random, depth - 1));
        }
        List<Membership> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            parts.add(any(random, depth - 1));
        }
        return random.nextBoolean() ? new Membership.All(parts) : new Membership.Any(parts);
    }
}
