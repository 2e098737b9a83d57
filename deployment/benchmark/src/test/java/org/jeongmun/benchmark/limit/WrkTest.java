package org.jeongmun.benchmark.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        Wrk.Figures figures = Wrk.Figures.of(SAID, true);

        assertEquals(65_812.34, figures.perSecond());
        assertEquals(2.31, figures.p99());
        assertEquals(204_018, figures.answers());
    }

    @ParameterizedTest(name = "\"{0}\", refusals expected: {1}, wrong: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | false | 0",
                "'' | true | 204018",
                "Non-2xx or 3xx responses: 204018 | true | 0",
                "Non-2xx or 3xx responses: 204000 | true | 18",
                "Non-2xx or 3xx responses: 7 | false | 7",
                "Socket errors: connect 1, read 20, write 300, timeout 4000 | false | 4321"
            })
    void countsWhatIsNotMeasured(String line, boolean refused, long wrong) throws IOException {
        String said = SAID.replace("Non-2xx or 3xx responses: 204018", line);

        assertEquals(wrong, Wrk.Figures.of(said, refused).wrong());
    }

    @Test
    void countsBothKindsTogether() throws IOException {
        String both = SAID.replace("Non-2xx", "Socket errors: connect 0, read 3, write 0, timeout 2\n  Non-2xx");

        assertEquals(5, Wrk.Figures.of(both, true).wrong());
    }

    @Test
    void isNoFigureWhenMoreThanOneInAThousandIsWrong() throws IOException {
        new Wrk.Figures(1, 1, 2_000, 2).requireRight("few");

        Wrk.Figures many = new Wrk.Figures(1, 1, 2_000, 3);
        assertThrows(IOException.class, () -> many.requireRight("many"));
    }

    @Test
    void isNoFigureWhenItCouldNotConnect() {
        assertThrows(
                IOException.class, () -> Wrk.Figures.of("unable to connect to 127.0.0.1:1 Connection refused", false));
    }

    @Test
    void isNotAskedAboutAFormThatWouldBeAProgram() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Wrk.posting(URI.create("http://127.0.0.1/"), 1, List.of(""), "a=1\"\nos.exit()"));
    }
}
