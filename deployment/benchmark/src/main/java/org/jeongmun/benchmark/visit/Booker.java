package org.jeongmun.benchmark.visit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;
import org.jeongmun.benchmark.wire.Wire;

/**
 * One person whose way is walked in parts, so that each can be measured without the others: what comes before, the two
 * forms by which a place is taken, the receipt. Pages are not looked at, forms are sent as if they had been.
 */
public final class Booker implements Reply {
    private static final int END_OF_HEAD = 4;
    private static final String TICKET = "jeongmun-ticket";

    private final int number;
    private final Wire wire;
    private final FormKey key;
    private final Browser browser;
    private final Deque<Step> left = new ArrayDeque<>();
    private Watcher watcher;
    private String code = "";
    private int bytes;

    /** Who is told how a part of the way has ended. */
    public interface Watcher {
        /** As it should. */
        void done(Booker who);

        /** Otherwise, for this reason. */
        void lost(Booker who, String reason);
    }

    private record Step(Stage stage, String form, String expected) {}

    /**
     * Has done nothing yet.
     *
     * @param number different for each person of a database
     * @param host with the port
     * @param key of the browser that is used
     */
    public Booker(int number, String host, Wire wire, FormKey key) {
        this.number = number;
        this.wire = wire;
        this.key = key;
        this.browser = new Browser(host);
        browser.carry(key.cookies());
    }

    /** Says who they are, where there is a line, and gets a place in it. */
    public void join(Watcher told) {
        walk(told, new Step(Stage.CHECK_IN, new Applicant(number).form(key.token()), "303 /waiting"));
    }

    /** Says who they are and where they want to go, where there is no line. */
    public void arrive(String clinic, Watcher told) {
        walk(
                told,
                step(Stage.CHECK_IN, new Applicant(number).form(key.token())),
                step(Stage.CLINIC, "csrf=%s&sido=&sigungu=&q=&clinic=%s&continue=1".formatted(key.token(), clinic)));
    }

    /** Takes a place: holds it and confirms it. */
    public void book(long slot, Watcher told) {
        walk(
                told,
                step(Stage.HOLD, holding(slot)),
                step(Stage.CONFIRM, "csrf=%s&agree=yes&confirm=1".formatted(key.token())));
    }

    /** Looks at the receipt, which shows the code. */
    public void lookAtReceipt(Watcher told) {
        walk(told, step(Stage.RECEIPT, ""));
    }

    private static Step step(Stage stage, String form) {
        return new Step(stage, form, stage.expected());
    }

    private void walk(Watcher told, Step... steps) {
        watcher = told;
        left.addAll(List.of(steps));
        ask();
    }

    private void ask() {
        Step now = left.element();
        String path = now.stage().request().substring(now.stage().request().indexOf(' ') + 1);
        wire.ask(now.form().isEmpty() ? browser.get(path) : browser.post(path, now.form()), this);
    }

    @Override
    public void answered(Answer answer) {
        browser.keep(answer);
        bytes = answer.head().length() + END_OF_HEAD + answer.body().length();
        Step now = left.remove();
        if (!answer.outcome().equals(now.expected())) {
            failed(now.stage().request() + ": " + answer.outcome());
            return;
        }
        if (now.stage() == Stage.RECEIPT) {
            code = new PageText(answer.body()).textOf("reservationCode").orElse("");
        }
        if (left.isEmpty()) {
            watcher.done(this);
        } else {
            ask();
        }
    }

    @Override
    public void failed(String reason) {
        left.clear();
        watcher.lost(this, reason);
    }

    /** @return the form that asks for that slot */
    public String holding(long slot) {
        return "csrf=%s&slot=%d&continue=1".formatted(key.token(), slot);
    }

    /** @return the code of the receipt; empty before it was looked at */
    public String code() {
        return code;
    }

    /** @return how long the last answer was, headers and all */
    public int bytesOfAnswer() {
        return bytes;
    }

    /** @return what they carry, as it is sent */
    public String cookies() {
        return browser.carried();
    }

    /** @return the number in line of the ticket that they carry */
    public Optional<Long> number() {
        return browser.carried(TICKET).map(TicketNumber::of);
    }
}
