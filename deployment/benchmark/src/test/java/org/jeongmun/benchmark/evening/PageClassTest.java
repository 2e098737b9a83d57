package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jeongmun.benchmark.wire.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer")
class PageClassTest {
    @ParameterizedTest(name = "{1} to {0}, {2}: {3}")
    @CsvSource({
        "/waiting/status.json, 200, '', NOTICE",
        "/check-in, 303, '', CHECK_IN",
        "/reserve/clinic?sido=x, 200, '', BOOKING",
        "//reserve/clinic, 404, '', BOOKING",
        "/go?clinic=1, 303, '', BOOKING",
        "/lookup/clinic-lookup-portal/v1/clinics, 200, '', LOOKUP",
        "/clinics, 200, '', LOOKUP",
        "/reserve/done, 200, '', CARE",
        "/reserve/slot, 503, 'X-Portal-Gate: CLOSED', CLOSED",
        "/reserve/slot, 503, 'Retry-After: 2', BUSY",
        "/reserve/slot, 500, '', BOOKING"
    })
    void belongsToAClassOfPages(String target, int status, String header, PageClass expected) {
        Answer answer = new Answer(status, "HTTP/1.1 " + status + "\r\n" + header, "");

        assertEquals(expected, PageClass.of(target, answer));
    }
}
