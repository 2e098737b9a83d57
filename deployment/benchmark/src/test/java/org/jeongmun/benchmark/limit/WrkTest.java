package org.jeongmun.benchmark.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What wrk says")
class WrkTest {
    private static final String SAID = """
            Running 3s test @ http://127.0.0.1:8080/
              1 threads and 64 connections
              Latency Distribution
                 50%  612.00us
                 99%    2.31ms
              204018 requests in 3.10s, 42.02MB read
              Non-2xx or 3xx responses: 204018
            Requests/sec:  65812.34
            Transfer/sec:     13.55MB
            """;

    @Test
    void isReadAsFigures() throws IOException {
        Wrk.Figures figures = Wrk.Figures.of(SAID);

        assertEquals(65_812.34, figures.perSecond());
        assertEquals(2.31, figures.p99());
        assertEquals(204_018, figures.answers());
    }

    @Test
    void isNoFigureWhenItCouldNotConnect() {
        assertThrows(IOException.class, () -> Wrk.Figures.of("unable to connect to 127.0.0.1:1 Connection refused"));
    }

    @Test
    void isNotAskedAboutAFormThatWouldBeAProgram() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Wrk.posting(URI.create("http://127.0.0.1/"), 1, "", "a=1\"\nos.exit()"));
    }
}
