package org.jeongmun.acceptance.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jeongmun.acceptance.client.Citizen;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.Rows;
import org.jeongmun.acceptance.portal.Serving;
import org.jeongmun.acceptance.portal.SharedPortals;
import org.jeongmun.acceptance.portal.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("In a real browser")
@ExtendWith({SharedPortals.class, Browsing.ForEachTest.class})
class BrowserJourneyIT {
    private static final int PHONE_WIDTH = 360;

    private final Rows rows;
    private final URI door;
    private final URI shut;
    private Browsing browsing;

    BrowserJourneyIT(@Serving(Stage.OPEN) Portal portal, @Serving(Stage.BEFORE_OPENING) Portal before) {
        rows = Rows.of(portal);
        door = portal.published().publicUrl();
        shut = before.published().publicUrl();
    }

    @BeforeEach
    void open(Browsing own) {
        browsing = own;
    }

    @ParameterizedTest(name = "with scripts {0}, {1} pixels wide")
    @CsvSource({"true, 1280", "false, 1280", "true, 360", "false, 360"})
    void aJourneyEndsWithACode(boolean scripts, int width) throws SQLException {
        Page page = browsing.page(scripts, width, 800);
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        Walk walk = new Walk(page, door);
        walk.fromTheNoticeToTheCheckIn();
        walk.checkIn(Citizen.invited());
        walk.chooseClinic();
        walk.chooseSlot();
        walk.confirm();
        String code = page.locator("#reservationCode").innerText().strip();
        assertEquals("CONFIRMED", rows.text("SELECT state FROM reservation WHERE code = ?", code));
        page.reload();
        assertEquals(code, page.locator("#reservationCode").innerText().strip());
        assertEquals(List.of(), complaints);
    }

    @Test
    void everyPageOfTheJourneyCanBeUsedByEverybody() {
        Page page = browsing.page(true, 1280, 800);
        Walk walk = new Walk(page, door);
        for (String notice : List.of("/", "/waiting", "/privacy", "/accessibility", "/clinics", "/reservation")) {
            page.navigate(door.resolve(notice).toString());
            assertAccessible(page);
        }
        page.navigate(shut.toString());
        assertAccessible(page);
        page.navigate(shut.resolve("/reserve/clinic").toString());
        assertAccessible(page);
        page.navigate(door.resolve("/check-in").toString());
        assertAccessible(page);
        page.locator("[name=continue]").first().click();
        page.locator("#errors").waitFor();
        assertTrue(page.locator("#errors").isVisible());
        assertAccessible(page);
        walk.checkIn(Citizen.invited());
        assertAccessible(page);
        walk.chooseClinic();
        assertAccessible(page);
        walk.chooseSlot();
        assertAccessible(page);
        walk.confirm();
        assertAccessible(page);
    }

    @Test
    void noPageIsWiderThanAPhone() {
        Page page = browsing.page(true, PHONE_WIDTH, 740);
        Walk walk = new Walk(page, door);
        for (String notice : List.of("/", "/waiting", "/privacy", "/accessibility", "/clinics", "/reservation")) {
            page.navigate(door.resolve(notice).toString());
            assertFits(page);
        }
        page.navigate(shut.resolve("/reserve/clinic").toString());
        assertFits(page);
        page.navigate(door.resolve("/check-in").toString());
        assertFits(page);
        walk.checkIn(Citizen.invited());
        assertFits(page);
        walk.chooseClinic();
        assertFits(page);
        walk.chooseSlot();
        assertFits(page);
        walk.confirm();
        assertFits(page);
    }

    private static void assertFits(Page page) {
        Object width = page.evaluate("document.documentElement.scrollWidth");
        assertTrue(((Number) width).intValue() <= PHONE_WIDTH, () -> page.url() + " is " + width + " wide");
    }

    private static void assertAccessible(Page page) {
        assertEquals(List.of(), Browsing.violations(page), page.url());
        assertFalse(page.title().isBlank());
    }
}
