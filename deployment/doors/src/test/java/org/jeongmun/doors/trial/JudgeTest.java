package org.jeongmun.doors.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jeongmun.doors.inventory.Door;
import org.jeongmun.doors.inventory.Inventory;
import org.jeongmun.doors.inventory.Listener;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.lock.answer.RefusalPages;
import org.jeongmun.schedule.PortalStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A judge of answers")
class JudgeTest {
    private static final Listener PUBLIC = new Listener("public", "127.0.0.1", 8080, false);
    private static final Listener MANAGEMENT = new Listener("management", "127.0.0.1", 9090, true);
    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy: x",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-store",
            "X-Portal-Gate: NOT_YET_OPEN",
            "Retry-After: 60",
            "Content-Type: text/html;charset=UTF-8",
            "Content-Length: 1");
    private static final String WORDS = new RefusalPages(false).closed(ClosedState.NOT_YET_OPEN);

    private final Judge judge = new Judge(new Inventory(List.of(PUBLIC), List.of(), List.of(), List.of(), true));

    @Test
    void takesTheExactClosedAnswerForShut() {
        assertEquals(Verdict.Kind.SHUT, kind("/reserve/clinic", new Answer(503, HEADERS, WORDS)));
    }

    @Test
    void takesNothingElseForShut() {
        assertOpen(new Answer(200, HEADERS, WORDS));
        assertOpen(new Answer(503, HEADERS, WORDS + " "));
        assertOpen(new Answer(503, HEADERS, new RefusalPages(false).closed(ClosedState.CLOSED)));
        assertOpen(new Answer(503, List.of(), ""));
        assertOpen(new Answer(404, HEADERS, new RefusalPages(false).notFound()));
        assertOpen(new Answer(302, List.of("Location: /x"), ""));
        assertOpen(new Answer(400, List.of(), "a word"));
        assertOpen(new Answer(0, List.of(), ""));
        assertOpen(new Answer(101, List.of(), ""));
    }

    @Test
    void takesNoClosedAnswerWithAHeaderTooManyForShut() {
        List<String> more = new ArrayList<>(HEADERS);
        more.add("Set-Cookie: a=b");
        assertOpen(new Answer(503, more, WORDS));
    }

    @ParameterizedTest(name = "{0} {1} while {2}: {3}")
    @CsvSource({
        "/, 200, NOT_YET_OPEN, MAY_BE_OPEN",
        "/index.html, 200, MAINTENANCE, MUST_BE_SHUT",
        "/reservation, 200, NOT_YET_OPEN, MAY_BE_OPEN",
        "/reservation, 200, MAINTENANCE, MUST_BE_SHUT",
        "/check-in, 200, CHECK_IN, MAY_BE_OPEN",
        "/reserve/clinic, 303, CHECK_IN, MUST_BE_SHUT",
        "/reserve/clinic, 303, OPEN, MAY_BE_OPEN",
        "/slots.json, 200, OPEN, MUST_BE_SHUT",
        "/a%zz, 200, NOT_YET_OPEN, SHUT",
        "/a/., 200, OPEN, SHUT",
        "/a/%2E., 200, NOT_YET_OPEN, SHUT",
        "/a/.b, 200, OPEN, MUST_BE_SHUT",
        "/a/..., 200, OPEN, MUST_BE_SHUT",
        "/a, 400, OPEN, SHUT",
        "/a, 405, OPEN, MUST_BE_SHUT"
    })
    void goesByTheGatesTable(String target, int status, PortalStatus state, Verdict.Kind expected) {
        assertEquals(
                expected,
                judge.judge(way(target, PUBLIC), new Answer(status, List.of(), ""), state)
                        .kind());
    }

    @Test
    void takesNothingWithATypeForARefusalOfTheServer() {
        Answer typed = new Answer(200, List.of("Content-Type: text/html", "Content-Length: 0"), "");

        assertEquals(Verdict.Kind.MUST_BE_SHUT, kind("/a%zz", typed));
        assertEquals(Verdict.Kind.MUST_BE_SHUT, kind("/a/.", typed));
    }

    @Test
    void seesWhatANoticeShowsOfTheStepsBehind() {
        assertEquals(Verdict.Kind.MUST_BE_SHUT, kind("/privacy", page("<input name=\"slot\" value=\"1\">")));
        assertEquals(Verdict.Kind.MUST_BE_SHUT, kind("/privacy", page("<a href=\"/reserve/slot?x\">")));
        assertEquals(Verdict.Kind.MUST_BE_SHUT, kind("/privacy", page("{\"freePlaces\": 3}")));
        assertEquals(Verdict.Kind.MAY_BE_OPEN, kind("/privacy", page("<a href=\"/reservation\">")));
    }

    @Test
    void letsNothingButItsOwnListAnswerOnTheManagementPort() {
        Answer page = page("anything");
        assertEquals(
                Verdict.Kind.MAY_BE_OPEN,
                judge.judge(way("/metrics", MANAGEMENT), page, PortalStatus.OPEN)
                        .kind());
        assertEquals(
                Verdict.Kind.MUST_BE_SHUT,
                judge.judge(way("/", MANAGEMENT), page, PortalStatus.OPEN).kind());
    }

    private void assertOpen(Answer answer) {
        assertEquals(Verdict.Kind.MUST_BE_SHUT, kind("/reserve/clinic", answer), answer::toString);
    }

    private Verdict.Kind kind(String target, Answer answer) {
        return judge.judge(way(target, PUBLIC), answer, PortalStatus.NOT_YET_OPEN)
                .kind();
    }

    private static Answer page(String body) {
        return new Answer(200, List.of("Content-Type: text/html"), body);
    }

    private static Way way(String target, Listener listener) {
        Door door = new Door(Door.Kind.SERVLET, target, "a test");
        return new Way(door, listener, "GET", new Spelling("exact", target, true, ""), "");
    }
}
