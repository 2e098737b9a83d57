package org.jeongmun.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.List;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The operators' desk in a browser")
@ExtendWith({SharedPortals.class, Browsing.ForEachTest.class})
class DeskPagesIT {
    private static final int NARROW = 320;

    private final URI management;
    private Browsing browsing;

    DeskPagesIT(@Serving(Stage.OPEN) Portal portal) {
        management = portal.published().managementUrl();
    }

    @BeforeEach
    void open(Browsing own) {
        browsing = own;
    }

    private Page page(String path, boolean scripts, int width) {
        Page page = browsing.page(scripts, width, 800);
        page.navigate(management.resolve(path).toString());
        return page;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/desk/", "/desk/?change", "/desk/assisted"})
    void isThereForEverybodyAndOnANarrowScreen(String path) {
        Page page = page(path, true, NARROW);

        assertEquals(List.of(), Browsing.violations(page));
        assertEquals(NARROW, page.evaluate("document.documentElement.scrollWidth"));
    }

    @Test
    void renewsItsFiguresAndLeavesTheReaderWhereTheyAre() {
        Page page = page("/desk/", true, 1280);
        page.evaluate("document.querySelector('#main').dataset.same='yes'");
        String clock = page.locator("#clock").innerText();

        page.locator("#renewing").focus();
        page.waitForFunction("was=>document.querySelector('#clock').innerText!=was", clock);

        assertEquals("yes", page.locator("#main").getAttribute("data-same"));
        PlaywrightAssertions.assertThat(page.locator("#renewing")).isFocused();
    }

    @Test
    void standsStillForWhoeverWantsItToAndSaysSo() {
        Page page = page("/desk/", true, 1280);
        assertTrue(page.locator("#renewing").innerText().contains("stop"));

        page.locator("#renewing").click();

        assertTrue(page.locator("#renewing").innerText().contains("Stands still"));
        assertEquals(List.of(), Browsing.violations(page));
    }

    @Test
    void renewsItselfWithoutScripts() {
        Page page = page("/desk/", false, 1280);
        String clock = page.locator("#clock").innerText();

        PlaywrightAssertions.assertThat(page.locator("#clock"))
                .not()
                .hasText(clock, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
    }

    @Test
    void shutsNothingBecauseSomebodyPressesEnter() {
        Page page = page("/desk/?change", true, NARROW);
        page.locator("#operator").fill("kim");
        page.locator("#reason").fill("x");
        page.locator("#reason").press("Enter");

        assertEquals(Boolean.TRUE, page.evaluate("document.querySelector('#sure').matches(':invalid')"));
        assertEquals("/desk/?change", page.url().substring(page.url().indexOf("/desk")));
    }

    @Test
    void saysWhatIsWrongAtTheFieldAndAtTheTop() {
        Page page = page("/desk/?change", true, NARROW);
        page.locator("#operator").fill("kim");
        page.locator("#sure").check();
        page.locator("button[name=on]").click();

        PlaywrightAssertions.assertThat(page.locator("#errors")).isFocused();
        assertEquals("true", page.locator("#reason").getAttribute("aria-invalid"));
        assertEquals("reason-problem", page.locator("#reason").getAttribute("aria-describedby"));
        assertTrue(page.locator("#reason-problem").innerText().contains("Reason"));
        assertEquals("kim", page.locator("#operator").inputValue());
        page.locator("#errors a").click();
        PlaywrightAssertions.assertThat(page.locator("#reason")).isFocused();
        assertEquals(List.of(), Browsing.violations(page));
    }
}
