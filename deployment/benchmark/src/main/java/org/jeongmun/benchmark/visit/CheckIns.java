package org.jeongmun.benchmark.visit;

import java.io.IOException;
import java.net.URI;
import java.util.function.IntUnaryOperator;
import org.HdrHistogram.Histogram;
import org.jeongmun.benchmark.wire.Answer;
import org.jeongmun.benchmark.wire.Wire;

/**
 * Many people who check in with the same form, each as if on a device of their own: the cheapest way to have them in
 * line.
 */
public final class CheckIns {
    private static final String PAGE = "/check-in";
    private static final int AT_ONCE = 64;

    private final Wire wire;
    private final String host;
    private final String cookies;
    private final String token;
    private String carried = "";

    /** Fetches the form. */
    public CheckIns(URI portal, Wire wire) throws IOException {
        this.wire = wire;
        this.host = portal.getHost() + ":" + portal.getPort();
        Answer page = new OneAnswer(portal).get(PAGE, "");
        Browser browser = new Browser(host);
        browser.keep(page);
        cookies = browser.carried();
        token = new PageText(page.body()).hidden("csrf").orElse("");
    }

    /**
     * So many come, one after the other as soon as one has been answered.
     *
     * @param person the number of each; the same number is the same person
     * @param outcome that each must have, such as {@code 303 /waiting}
     * @return how long each took, in microseconds
     */
    public Histogram come(int count, IntUnaryOperator person, String outcome) throws IOException {
        Repeated repeated = new Repeated(wire, AT_ONCE, outcome);
        Browser browser = new Browser(host);
        browser.carry(cookies);
        Histogram times =
                repeated.ask(count, place -> browser.post(PAGE, new Applicant(person.applyAsInt(place)).form(token)));
        browser.keep(repeated.last());
        carried = browser.carried();
        return times;
    }

    /** @return the bytes of a request of the one who was answered last */
    public byte[] request(String target) {
        Browser browser = new Browser(host);
        browser.carry(carried);
        return browser.get(target);
    }
}
