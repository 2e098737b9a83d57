package org.jeongmun.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.client.CrowdInLine;
import org.jeongmun.acceptance.line.LineSpeed;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.jeongmun.waitingroom.Draw;
import org.jeongmun.waitingroom.DrawSeed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tricks of July 2021, in a real browser: each gains nothing. */
@DisplayName("Somebody in line with a browser")
@ExtendWith({SharedPortals.class, Browsing.ForEachTest.class})
class WaitingPageIT {
    /**
     * Twenty seconds' worth at twice the rate: nobody's turn comes while a test still looks at them, however slow the
     * browser is.
     */
    private static final int AHEAD = 160;

    private final Portal portal;
    private final URI door;
    private Browsing browsing;

    WaitingPageIT(@Serving(Stage.IN_LINE) Portal portal) {
        this.portal = portal;
        door = portal.published().publicUrl();
    }

    @BeforeEach
    void open(Browsing own) {
        browsing = own;
    }

    /* A page on which somebody has just begun to wait, with many ahead who do not enter. */
    private Page waiting(boolean scripts) {
        CrowdInLine.behind(AHEAD, door);
        Page page = browsing.page(scripts, 1280, 800);
        page.navigate(door.resolve("/check-in").toString());
        Citizen citizen = Citizen.invited();
        page.locator("[name=name]").fill(citizen.name());
        page.locator("[name=birthDate]").fill(citizen.birthDate());
        page.locator("[name=phone]").fill(citizen.phone());
        page.locator("[name=continue]").first().click();
        page.waitForURL("**/waiting");
        return page;
    }

    private static void awaitTheTurn(Page page) {
        page.waitForURL("**/reserve/clinic", new Page.WaitForURLOptions().setTimeout(240_000));
    }

    private void assertNotIn(Page page) {
        page.navigate(door.resolve("/reserve/clinic").toString());
        assertEquals("/waiting", URI.create(page.url()).getPath());
    }

    @Test
    void goesOnByThemselvesWithAndWithoutScripts() {
        Page with = waiting(true);
        assertTrue(with.locator("main").innerText().contains("앞에 약"));
        assertEquals(List.of(), Browsing.violations(with));
        Page without = waiting(false);
        LineSpeed.whileFast(portal, () -> {
            awaitTheTurn(with);
            awaitTheTurn(without);
        });
    }

    @Test
    void gainsNothingByAnotherClock() {
        Page page = waiting(true);
        page.addInitScript("Date.now=()=>4e12;{const D=Date;Date=class extends D{constructor(...a)"
                + "{a.length?super(...a):super(4e12)}};Date.parse=D.parse;Date.now=()=>4e12}");
        page.reload();
        assertTrue(page.locator("main").innerText().contains("앞에 약"));
        assertNotIn(page);
    }

    @Test
    void gainsNothingByFlightModeAndComesBackToTheSamePlace() {
        Page page = waiting(true);
        String number = page.locator("main").getAttribute("data-n");
        BrowserContext context = page.context();
        context.setOffline(true);
        page.evaluate("dispatchEvent(new Event('online'))");
        assertTrue(page.locator("main").innerText().contains("앞에 약"));
        context.setOffline(false);
        page.reload();
        assertEquals(number, page.locator("main").getAttribute("data-n"));
        assertNotIn(page);
    }

    @Test
    void gainsNothingAtTheConsole() {
        Page page = waiting(true);
        page.evaluate("(()=>{let m=document.querySelector('main');m.dataset.p='1';m.dataset.n='1';m.dataset.d='0'})()");
        page.evaluate("fetch('/reserve/clinic',{method:'POST',redirect:'manual'}).catch(()=>0)");
        page.evaluate("document.cookie='jeongmun-pass=AAAA'");
        assertNotIn(page);
        Object globals = page.evaluate("['look','seen','later','quarter','place'].filter(n=>n in window).length");
        assertEquals(0, ((Number) globals).intValue());
    }

    @Test
    void gainsNothingByManyTabs() {
        Page page = waiting(true);
        String number = page.locator("main").getAttribute("data-n");
        for (int i = 0; i < 4; i++) {
            Page tab = page.context().newPage();
            tab.navigate(door.resolve("/waiting").toString());
            assertEquals(number, tab.locator("main").getAttribute("data-n"));
        }
        assertNotIn(page);
    }

    @Test
    void worksOutThePlacesThatThePortalWorksOut() throws IOException {
        Page page = browsing.page(true, 800, 600);
        DrawSeed seed = DrawSeed.ofHex("00010203040506070809fa0b0c0d0e0f101112f31415161718191a1bfc1d1e1f");
        for (long tickets : List.of(1L, 2L, 7L, 1_000L, 65_537L, 1_850_000L)) {
            Draw draw = new Draw(seed, tickets);
            List<Long> numbers = LongStream.of(1, 2, 3, tickets / 2 + 1, tickets, tickets + 1)
                    .boxed()
                    .toList();
            String all = numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
            Object places =
                    page.evaluate(script() + ";%s.map(n=>place('%s',%d,n)).join()".formatted(all, seed.hex(), tickets));
            assertEquals(
                    numbers.stream().map(n -> String.valueOf(draw.placeOf(n))).collect(Collectors.joining(",")),
                    places);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Draw.class.getResourceAsStream("/org/jeongmun/web/waitingroom/draw.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("let place=", "var place=");
        }
    }
}
