package org.jeongmun.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.Citizen;

/** The steps of a citizen with a keyboard and a mouse. */
final class Walk {
    private static final AtomicInteger CHOSEN = new AtomicInteger();

    private final Page page;
    private final URI door;

    Walk(Page page, URI door) {
        this.page = page;
        this.door = door;
    }

    /** Follows the notice's own link. */
    void fromTheNoticeToTheCheckIn() {
        page.navigate(door.toString());
        page.locator("a[href$='/check-in']").first().click();
        assertAt("/check-in");
    }

    void checkIn(Citizen citizen) {
        page.locator("[name=name]").fill(citizen.name());
        page.locator("[name=birthDate]").fill(citizen.birthDate());
        page.locator("[name=phone]").fill(citizen.phone());
        press("birthDate", "continue");
        assertAt("/reserve/clinic");
    }

    void chooseClinic() {
        if (page.locator("[name=clinic]").count() == 0) {
            page.locator("select[name=sido]").selectOption(new SelectOption().setIndex(1));
            press("sido", "search");
            page.waitForURL(url -> url.contains("search="));
        }
        chooseFirst("clinic");
        press("clinic", "continue");
        assertAt("/reserve/slot");
    }

    void chooseSlot() {
        chooseFirst("slot");
        press("slot", "continue");
        assertAt("/reserve/confirm");
    }

    void confirm() {
        page.locator("[name=agree]").check();
        press("agree", "confirm");
        assertAt("/reserve/done");
    }

    private void chooseFirst(String name) {
        awaitChoice(name);
        Locator radio = page.locator("input[type=radio][name=" + name + "]:not([disabled])");
        if (radio.count() > 0) {
            // The middle: other tests choose as well, and a page may be a second old.
            radio.nth((radio.count() / 2 + CHOSEN.getAndIncrement()) % radio.count())
                    .check();
            return;
        }
        Locator select = page.locator("select[name=" + name + "]");
        String first =
                select.locator("option:not([disabled]):not([value=''])").first().getAttribute("value");
        select.selectOption(first);
    }

    /* A page that cannot tell now what is free says so, and is asked again. */
    private void awaitChoice(String name) {
        Locator choice =
                page.locator("input[type=radio][name=%1$s]:not([disabled]), select[name=%1$s]".formatted(name));
        Awaitility.await("something to choose")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    if (choice.count() == 0) {
                        page.reload();
                    }
                    return choice.count() > 0;
                });
    }

    /* The button of the form in which that control is. */
    private void press(String control, String button) {
        page.locator("form:has([name=" + control + "]) [name=" + button + "]")
                .first()
                .click();
    }

    /* What was pressed may still be under way. */
    private void assertAt(String path) {
        try {
            page.waitForURL(url -> path.equals(URI.create(url).getPath()));
        } catch (TimeoutError elsewhere) {
            assertEquals(
                    path,
                    URI.create(page.url()).getPath(),
                    () -> page.locator("body").innerText());
        }
    }
}
