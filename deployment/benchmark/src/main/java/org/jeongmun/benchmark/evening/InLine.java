package org.jeongmun.benchmark.evening;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.benchmark.visit.Applicant;
import org.jeongmun.benchmark.visit.Browser;
import org.jeongmun.benchmark.visit.PageText;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;

/**
 * One person from check-in until it is their turn. They work out their own place, look at the line when the waiting
 * page would, and ask to be let in when the line says so; then they go on {@linkplain Inside inside}.
 */
public final class InLine implements Reply {
    private static final Pattern CALLED = Pattern.compile("http-equiv=refresh content=\"(\\d+);url=/reserve/clinic");
    private static final int PATIENCE = 20;

    private final Venue venue;
    private final Applicant applicant;
    private final Browser browser;
    private Step step = Step.CHECK_IN_PAGE;
    private String token = "";
    private String window = "";
    private long number;
    private long place;
    private int due;
    private long askedAt;
    private long joinedAt;
    private boolean hasJoined;
    private boolean wasInside;
    private int busy;

    private enum Step {
        CHECK_IN_PAGE("/check-in"),
        CHECK_IN("/check-in"),
        WAITING_PAGE("/waiting"),
        LOOK("/waiting/status.json"),
        ENTER("/reserve/clinic");

        private final String target;

        Step(String target) {
            this.target = target;
        }
    }

    /** Somebody who has not come yet. */
    public InLine(Venue venue, Applicant applicant) {
        this.venue = venue;
        this.applicant = applicant;
        this.browser = new Browser(venue.host());
    }

    /** Comes, at a moment that was planned: what is late already counts as waiting for the first answer. */
    public void come(long meant) {
        ask(Step.CHECK_IN_PAGE);
        askedAt = Math.min(askedAt, meant);
    }

    /** @return the browser, with what it carries */
    public Browser browser() {
        return browser;
    }

    /** @return whether this person has a place in line, or has had one */
    public boolean hasJoined() {
        return hasJoined;
    }

    private void ask(Step next) {
        step = next;
        askedAt = System.nanoTime();
        venue.ask(
                next == Step.CHECK_IN
                        ? browser.post(next.target, "csrf=" + token + "&" + applicant.typed() + "&continue=1")
                        : browser.get(next.target),
                this);
    }

    @Override
    public void answered(Answer answer) {
        browser.keep(answer);
        PageClass pages = venue.diary().answered(step.target, answer, askedAt);
        if (Waits.isWorthIt(pages, answer)) {
            comeBack(answer);
            return;
        }
        if (pages == PageClass.CLOSED) {
            leave(answer.header("X-Portal-Gate"));
            return;
        }
        switch (step) {
            case CHECK_IN_PAGE -> {
                token = new PageText(answer.body()).hidden("csrf").orElse("");
                venue.whenRead(() -> ask(Step.CHECK_IN));
            }
            case CHECK_IN -> join(answer);
            case WAITING_PAGE -> read(new PageText(answer.body()));
            case LOOK -> LineView.read(answer.body(), window).ifPresentOrElse(this::see, () -> lookIn(2));
            case ENTER -> enter(answer);
        }
    }

    private void comeBack(Answer answer) {
        if (++busy > PATIENCE) {
            leave("turned away " + PATIENCE + " times");
            return;
        }
        Step again = step;
        venue.agenda().after(Waits.secondsOf(answer), () -> ask(again));
    }

    private void join(Answer answer) {
        boolean called = answer.outcome().equals("303 /reserve/clinic");
        if (!called && !answer.outcome().equals("303 /waiting")) {
            leave(answer.outcome());
            return;
        }
        hasJoined = true;
        joinedAt = System.nanoTime();
        venue.diary().joined();
        ask(called ? Step.ENTER : Step.WAITING_PAGE);
    }

    /** The page has for its script where the person stands; who is called is only told where to go. */
    private void read(PageText page) {
        Optional<String> ticket = page.data("n");
        if (ticket.isPresent()) {
            number = Long.parseLong(ticket.get());
            due = 0;
            place = page.data("p").map(Long::parseLong).orElse(0L);
            window = page.data("w").orElse("");
            boolean over = page.data("k").orElse("").equals("NONE");
            lookIn(over ? 0 : page.data("d").map(Double::parseDouble).orElse(1.0));
            return;
        }
        Matcher called = CALLED.matcher(page.text());
        if (called.find()) {
            venue.agenda().after(Double.parseDouble(called.group(1)), () -> ask(Step.ENTER));
            return;
        }
        leave("the page of the line shows no place");
    }

    private void lookIn(double seconds) {
        venue.agenda().after(seconds, () -> ask(Step.LOOK));
    }

    private void see(LineView line) {
        venue.diary().sees(line);
        if (place == 0) {
            place = line.finalSeed()
                    .map(seed -> new DrawnPlaces(seed, line.tickets()).of(number))
                    .orElse(line.isDrawn() ? 0 : number);
        }
        NextLook next = NextLook.after(line, place, due, venue.chance().nextDouble());
        switch (next.does()) {
            case LOOK -> lookIn(next.afterSeconds());
            case LOOK_WHEN_DUE -> {
                due++;
                lookIn(next.afterSeconds());
            }
            case ENTER -> ask(Step.ENTER);
            case LEAVE_SOLD_OUT -> leave("sold out");
            case LEAVE_CLOSED -> leave("CLOSED");
        }
    }

    private void enter(Answer answer) {
        if (answer.status() == 200) {
            if (wasInside) {
                venue.diary().enteredAgain();
            } else {
                venue.diary().entered(joinedAt);
            }
            wasInside = true;
            new Inside(venue, applicant, browser, () -> ask(Step.WAITING_PAGE)).begin(answer);
            return;
        }
        if (answer.outcome().equals("303 /waiting")) {
            ask(Step.WAITING_PAGE);
            return;
        }
        leave(answer.outcome());
    }

    private void leave(String reason) {
        if (hasJoined) {
            venue.diary().leftTheLine(reason);
        } else {
            venue.diary().leftTheDoor(reason);
        }
    }

    @Override
    public void failed(String reason) {
        venue.diary().failed(reason);
        leave("no answer");
    }
}
