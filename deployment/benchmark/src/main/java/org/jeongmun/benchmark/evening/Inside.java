package org.jeongmun.benchmark.evening;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jeongmun.benchmark.visit.Applicant;
import org.jeongmun.benchmark.visit.Browser;
import org.jeongmun.benchmark.visit.PageText;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;

/**
 * One person who has been let in: looks for clinics in a region, holds a time, confirms, reads the code. Where nothing
 * is left they try the next region, until they have been everywhere.
 */
final class Inside implements Reply {
    private static final int OTHER_TIMES = 4;
    private static final int PATIENCE = 20;

    private final Venue venue;
    private final Applicant applicant;
    private final Browser browser;
    private final Runnable backInLine;
    private Step step = Step.REGION;
    private List<String> regions = List.of();
    private int region;
    private List<String> choices = List.of();
    private int full;
    private int busy;
    private String token = "";
    private long askedAt;

    private enum Step {
        REGION("/reserve/clinic?sido="),
        CLINIC("/reserve/clinic"),
        SLOTS("/reserve/slot"),
        HOLD("/reserve/slot"),
        CONFIRM_PAGE("/reserve/confirm"),
        CONFIRM("/reserve/confirm"),
        RECEIPT("/reserve/done");

        private final String target;

        Step(String target) {
            this.target = target;
        }
    }

    /** @param backInLine what somebody does whom a page sends back to the line */
    Inside(Venue venue, Applicant applicant, Browser browser, Runnable backInLine) {
        this.venue = venue;
        this.applicant = applicant;
        this.browser = browser;
        this.backInLine = backInLine;
    }

    /** Goes on from the first page inside. */
    void begin(Answer clinics) {
        regions = new PageText(clinics.body()).options("sido");
        if (regions.isEmpty()) {
            leave("no region to choose");
            return;
        }
        venue.whenRead(() -> ask(Step.REGION));
    }

    private void ask(Step next) {
        step = next;
        askedAt = System.nanoTime();
        venue.ask(request(), this);
    }

    private byte[] request() {
        return switch (step) {
            case REGION -> browser.get(step.target + sido() + "&sigungu=&q=&search=1");
            case CLINIC ->
                browser.post(
                        step.target,
                        "csrf=" + token + "&sido=" + sido() + "&sigungu=&q=&clinic=" + applicant.likes(choices, region)
                                + "&continue=1");
            case HOLD ->
                browser.post(
                        step.target,
                        "csrf=" + token + "&slot=" + applicant.likes(choices, 100L + full) + "&continue=1");
            case CONFIRM -> browser.post(step.target, "csrf=" + token + "&agree=yes&confirm=1");
            default -> browser.get(step.target);
        };
    }

    /** Pages are read byte by byte, and this is a word in Hangul. */
    private String sido() {
        int at = Math.floorMod(applicant.number() + region, regions.size());
        byte[] bytes = regions.get(at).getBytes(StandardCharsets.ISO_8859_1);
        return URLEncoder.encode(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Override
    public void answered(Answer answer) {
        browser.keep(answer);
        PageClass pages = venue.diary().answered(step.target, answer, askedAt);
        if (Waits.isWorthIt(pages, answer)) {
            comeBack(answer);
        } else if (pages == PageClass.CLOSED) {
            leave(answer.header("X-Portal-Gate"));
        } else if (answer.outcome().equals("303 /waiting")) {
            venue.diary().sentBack();
            backInLine.run();
        } else {
            goOn(answer);
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

    private void goOn(Answer answer) {
        PageText page = new PageText(answer.body());
        String outcome = answer.outcome();
        boolean expected = switch (step) {
            case REGION -> outcome.equals("200") && choose(page, "clinic", Step.CLINIC);
            case CLINIC -> outcome.equals("303 /reserve/slot") && follow(Step.SLOTS);
            case SLOTS -> outcome.equals("200") && choose(page, "slot", Step.HOLD);
            case HOLD -> outcome.equals("303 /reserve/confirm") ? follow(Step.CONFIRM_PAGE) : another(answer);
            case CONFIRM_PAGE -> outcome.equals("200") && read(page, Step.CONFIRM);
            case CONFIRM -> outcome.equals("303 /reserve/done") && follow(Step.RECEIPT);
            case RECEIPT -> outcome.equals("200") && keep(page);
        };
        if (!expected) {
            leave(step.target.replace("?sido=", "") + ": " + outcome);
        }
    }

    private boolean choose(PageText page, String name, Step next) {
        choices = page.choices(name);
        if (choices.isEmpty()) {
            return elsewhere();
        }
        return read(page, next);
    }

    private boolean read(PageText page, Step next) {
        token = page.hidden("csrf").orElse("");
        venue.whenRead(() -> ask(next));
        return true;
    }

    private boolean follow(Step next) {
        ask(next);
        return true;
    }

    /** A page is up to a second old, so somebody else may have been faster; the answer offers what is left. */
    private boolean another(Answer answer) {
        if (answer.status() != 422) {
            return false;
        }
        PageText page = new PageText(answer.body());
        if (++full % OTHER_TIMES == 0) {
            return elsewhere();
        }
        return choose(page, "slot", Step.HOLD);
    }

    private boolean elsewhere() {
        if (++region >= regions.size()) {
            leave("no place in any region");
            return true;
        }
        venue.whenRead(() -> ask(Step.REGION));
        return true;
    }

    private boolean keep(PageText page) {
        page.textOf("reservationCode").ifPresentOrElse(venue.diary()::booked, () -> leave("no code on the receipt"));
        return true;
    }

    private void leave(String reason) {
        venue.diary().leftInside(reason);
    }

    @Override
    public void failed(String reason) {
        venue.diary().failed(reason);
        leave("no answer");
    }
}
