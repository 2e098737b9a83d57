package org.jeongmun.benchmark.visit;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Reply;
import org.jeongmun.benchmark.wire.Wire;

/** Asks for one thing at a time and waits for it; for what comes before a measurement. */
public final class OneAnswer {
    private final URI portal;

    /** @param portal where it is asked */
    public OneAnswer(URI portal) {
        this.portal = portal;
    }

    /** @return the answer to a GET with these cookies */
    public Answer get(String path, String cookies) throws IOException {
        Browser browser = new Browser(host());
        browser.carry(cookies);
        return ask(browser.get(path));
    }

    /** @return the answer to a form that is sent with these cookies */
    public Answer post(String path, String cookies, String form) throws IOException {
        Browser browser = new Browser(host());
        browser.carry(cookies);
        return ask(browser.post(path, form));
    }

    /** Checks in as somebody who has not been here before. @return the cookies that they carry from then on */
    public String checkIn() throws IOException {
        Browser browser = new Browser(host());
        Answer page = ask(browser.get("/check-in"));
        browser.keep(page);
        String token = new PageText(page.body()).hidden("csrf").orElse("");
        browser.keep(ask(browser.post(
                "/check-in", "csrf=" + token + "&name=Kim&birthDate=19640101&phone=01012345678&continue=1")));
        return browser.carried();
    }

    private String host() {
        return portal.getHost() + ":" + portal.getPort();
    }

    private Answer ask(byte[] request) throws IOException {
        AtomicReference<Answer> came = new AtomicReference<>();
        AtomicReference<String> failure = new AtomicReference<>();
        try (Wire wire = new Wire(portal, 1)) {
            wire.ask(request, new Reply() {
                @Override
                public void answered(Answer answer) {
                    came.set(answer);
                }

                @Override
                public void failed(String reason) {
                    failure.set(reason);
                }
            });
            while (came.get() == null && failure.get() == null) {
                wire.turn(System.nanoTime() + 100_000_000);
            }
        }
        if (came.get() == null) {
            throw new IOException(failure.get());
        }
        return came.get();
    }
}
