package org.jeongmun.web.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a snapshot has not shown")
class SeenTransactionsTest {
    @Test
    void isWhatIsToComeWhereNothingIsUnderWay() {
        assertEquals(new SeenTransactions("740", List.of()), SeenTransactions.of("740:740:"));
    }

    @Test
    void isWhatWasUnderWayAsWell() {
        assertEquals(new SeenTransactions("751", List.of("740", "748")), SeenTransactions.of("740:751:740,748"));
    }
}
