package org.jeongmun.benchmark.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What pgbench says")
class PgbenchTest {
    private static final String SAID = """
            pgbench (15.10 (Debian 15.10-0+deb12u1), server 18.6)
            transaction type: /tmp/jeongmun-pgbench-1.sql
            number of clients: 32
            number of transactions actually processed: 4161
            number of failed transactions: %d (0.000%%)
            latency average = 23.072 ms
            initial connection time = 212.130 ms
            tps = 1386.95 (without initial connection time)
            """;

    @Test
    void isReadAsFigures() throws IOException {
        Pgbench.Figures figures = Pgbench.Figures.of(SAID.formatted(0));

        assertEquals(1386.95, figures.perSecond());
        assertEquals(23.072, figures.millis());
    }

    @Test
    void isNoFigureWhenTransactionsFailed() {
        assertThrows(IOException.class, () -> Pgbench.Figures.of(SAID.formatted(3)));
    }

    @Test
    void isNoFigureWhenItCouldNotConnect() {
        assertThrows(IOException.class, () -> Pgbench.Figures.of("pgbench: error: connection to server failed"));
    }
}
