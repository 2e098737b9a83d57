package org.jeongmun.benchmark.visit;

import java.io.IOException;
import java.net.URI;
import org.jeongmun.benchmark.wire.Answer;

/**
 * What a browser needs before it can send the portal's forms: the cookie that says which browser it is, and the token
 * that goes with it. Many people may share a browser, so one key does for all that are only meant to send forms.
 *
 * @param cookies as they are sent
 * @param token of every form
 */
public record FormKey(String cookies, String token) {
    /** @return one, from the page on which people check in */
    public static FormKey from(URI portal) throws IOException {
        Answer page = new OneAnswer(portal).get("/check-in", "");
        Browser browser = new Browser(portal.getAuthority());
        browser.keep(page);
        String token = new PageText(page.body())
                .hidden("csrf")
                .orElseThrow(() -> new IOException("The page of check-in has no form: " + page.outcome()));
        return new FormKey(browser.carried(), token);
    }
}
