package org.jeongmun.benchmark.evening;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jeongmun.benchmark.visit.Browser;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;

/** Requests that come at a steady rate beside the crowd, one after the other of a list, whatever is answered. */
public final class Beside {
    private static final String LOOKUP = "/lookup/clinic-lookup-portal/v1/clinics";
    private static final long SECOND = 1_000_000_000;

    private final Venue venue;
    private final List<Asking> askings;
    private final Supplier<Browser> browser;
    private final long every;
    private int next;

    private record Asking(String method, String target) {}

    private Beside(Venue venue, List<Asking> askings, Supplier<Browser> browser, double perSecond) {
        this.venue = venue;
        this.askings = askings;
        this.browser = browser;
        this.every = (long) (SECOND / perSecond);
    }

    /** Partners who look clinics up, without a key of their own. */
    public static Beside partners(Venue venue, double perSecond) {
        List<Asking> askings = Stream.of("서울특별시", "경기도", "부산광역시", "제주특별자치도")
                .map(sido ->
                        new Asking("GET", LOOKUP + "?limit=20&sido=" + URLEncoder.encode(sido, StandardCharsets.UTF_8)))
                .toList();
        Browser partner = new Browser(venue.host());
        return new Beside(venue, askings, () -> partner, perSecond);
    }

    /**
     * People who try every door that leads to a place: pages and forms of booking, direct links, other spellings.
     *
     * @param browser with whatever it carries by then
     */
    public static Beside impatient(Venue venue, double perSecond, Supplier<Browser> browser) {
        List<Asking> askings = new ArrayList<>();
        for (String target : List.of(
                "/reserve/clinic",
                "/reserve/slot",
                "/reserve/confirm",
                "/go?partner=portal&clinic=synthetic-000001",
                "/clinics",
                LOOKUP,
                "//reserve/clinic",
                "/reserve/slot;x=1",
                "/%72eserve/confirm")) {
            askings.add(new Asking("GET", target));
            askings.add(new Asking("POST", target));
        }
        return new Beside(venue, askings, browser, perSecond);
    }

    /** Begins, and goes on until then. */
    public void until(long end) {
        askNext(System.nanoTime(), end);
    }

    private void askNext(long due, long end) {
        if (due >= end) {
            return;
        }
        Asking asking = askings.get(next++ % askings.size());
        byte[] request = asking.method().equals("GET")
                ? browser.get().get(asking.target())
                : browser.get().post(asking.target(), "slot=1&clinic=synthetic-000001&agree=yes&continue=1&confirm=1");
        venue.ask(request, new Heard(asking.target(), due));
        venue.agenda().at(due + every, () -> askNext(due + every, end));
    }

    private final class Heard implements Reply {
        private final String target;
        private final long asked;

        private Heard(String target, long asked) {
            this.target = target;
            this.asked = asked;
        }

        @Override
        public void answered(Answer answer) {
            venue.diary().answered(target, answer, asked);
        }

        @Override
        public void failed(String reason) {
            venue.diary().failed(reason);
        }
    }
}
