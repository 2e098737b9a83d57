package org.jeongmun.benchmark.visit;

import java.util.List;
import java.util.Optional;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;
import org.jeongmun.benchmark.wire.Wire;

/** One person on the way from check-in to the code, without a pause between the pages. */
public final class Visitor implements Reply {
    /** A page is up to a second old, so the place that was chosen may be gone; then another one is. */
    private static final int CHOICES = 6;

    private final Applicant applicant;
    private final Wire wire;
    private final Browser browser;
    private final Chronicle chronicle;
    private final long meantToBegin;
    private Stage stage = Stage.CHECK_IN_PAGE;
    private String token = "";
    private List<String> choices = List.of();
    private int chosen;
    private long askedAt;

    /**
     * Stands at the door.
     *
     * @param number different for each person of a database
     * @param meantToBegin the moment of {@link System#nanoTime} that the plan says
     */
    public Visitor(int number, String host, Wire wire, Chronicle chronicle, long meantToBegin) {
        this.applicant = new Applicant(number);
        this.wire = wire;
        this.browser = new Browser(host);
        this.chronicle = chronicle;
        this.meantToBegin = meantToBegin;
    }

    /** Sends the request of the stage that is reached. */
    public void goOn() {
        askedAt = System.nanoTime();
        wire.ask(request(), this);
    }

    private byte[] request() {
        String path = stage.request().substring(stage.request().indexOf(' ') + 1);
        return switch (stage) {
            case CHECK_IN -> browser.post(path, applicant.form(token));
            case CLINIC ->
                browser.post(path, "csrf=" + token + "&sido=&sigungu=&q=&clinic=" + choice() + "&continue=1");
            case HOLD -> browser.post(path, "csrf=" + token + "&slot=" + choice() + "&continue=1");
            case CONFIRM -> browser.post(path, "csrf=" + token + "&agree=yes&confirm=1");
            default -> browser.get(path);
        };
    }

    private String choice() {
        return applicant.likes(choices, stage.ordinal() + chosen * 31L);
    }

    @Override
    public void answered(Answer answer) {
        browser.keep(answer);
        boolean full = stage == Stage.HOLD && answer.status() == 422 && ++chosen < CHOICES;
        if (!full && !answer.outcome().equals(stage.expected())) {
            chronicle.lost(stage, answer.outcome());
            return;
        }
        chronicle.took(stage, System.nanoTime() - askedAt);
        if (answer.status() != 303 && !read(new PageText(answer.body()))) {
            return;
        }
        if (!full) {
            stage = stage.next();
        }
        goOn();
    }

    /** @return whether the journey goes on */
    private boolean read(PageText page) {
        if (stage == Stage.RECEIPT) {
            Optional<String> code = page.textOf("reservationCode");
            code.ifPresentOrElse(
                    shown -> chronicle.arrived(shown, System.nanoTime() - meantToBegin),
                    () -> chronicle.lost(stage, "no code on the receipt"));
            return false;
        }
        token = page.hidden("csrf").orElse("");
        if (stage == Stage.CLINIC_PAGE || stage == Stage.SLOT_PAGE || stage == Stage.HOLD) {
            choices = page.choices(stage == Stage.CLINIC_PAGE ? "clinic" : "slot");
            if (choices.isEmpty()) {
                chronicle.lost(stage, "nothing to choose");
                return false;
            }
        }
        return true;
    }

    @Override
    public void failed(String reason) {
        chronicle.lost(stage, reason);
    }
}
