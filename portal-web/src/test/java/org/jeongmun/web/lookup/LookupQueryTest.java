package org.jeongmun.web.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A look-up's query")
class LookupQueryTest {
    @Test
    void isItsParametersInTheirOrder() {
        assertEquals(
                Map.of("q", List.of("가 나", "b c"), "limit", List.of("10"), "empty", List.of(""), "", List.of("x")),
                LookupQuery.parameters("q=%EA%B0%80%20%eb%82%98&limit=10&q=b+c&empty&&=x"));
        assertEquals(Map.of(), LookupQuery.parameters(null));
        assertEquals(Map.of(), LookupQuery.parameters(""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "%, \uFFFD",
        "%zz, \uFFFDzz",
        "%4, \uFFFD4",
        "%+1, '\uFFFD 1'",
        "%-1, \uFFFD-1",
        "a%FFb, a\uFFFDb",
        "%EA%B0, \uFFFD"
    })
    void keepsAMarkWhereItCannotBeRead(String sent, String read) {
        assertEquals(Map.of("q", List.of(read)), LookupQuery.parameters("q=" + sent));
    }

    @Test
    void readsWhatIsAskedForWhateverStandsBesideIt() {
        String unknown = "x%zz=%&y=" + "1".repeat(3_000) + "&z=1".repeat(100);
        for (String query : List.of("limit=2&" + unknown, unknown + "&limit=2")) {
            assertEquals(List.of("2"), LookupQuery.parameters(query).get("limit"), query);
        }
    }
}
