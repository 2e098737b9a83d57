package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page that is kept")
class KeptPageTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "본인확인", "@", "본인@확인", "@@", "가@나@다"})
    void hasTheTokenOfWhoeverReadsIt(String written) {
        KeptPage page = new KeptPage(written.replace("@", KeptPage.gap("token")));

        assertEquals(written.replace("@", "one"), text(page.with(Map.of("token", "one"))));
        assertEquals(written.replace("@", "다른"), text(page.with(Map.of("token", "다른"))));
    }

    @Test
    void hasEachPartInItsOwnGap() {
        KeptPage page = new KeptPage(
                KeptPage.gap("day") + "-" + KeptPage.gap("clinic") + KeptPage.gap("day") + KeptPage.gap("times"));

        assertEquals(
                "월요일-가나의원월요일", text(page.with(Map.of("day", "월요일", "clinic", "가나의원", "times", "", "unused", "x"))));
        assertThrows(NullPointerException.class, () -> page.with(Map.of("day", "월요일", "clinic", "가나의원")));
    }

    @Test
    void isFoundForWhoIsShownTheSameAlone() {
        KeptPages pages = new KeptPages();
        KeptPage page = new KeptPage("one");
        KeptPages.Key key = new KeptPages.Key("/check-in", "title", false, Optional.empty());
        pages.keep(key, page);

        assertEquals(Optional.of(page), pages.find(new KeptPages.Key("/check-in", "title", false, Optional.empty())));
        assertEquals(Optional.empty(), pages.find(new KeptPages.Key("/check-in", "other", false, Optional.empty())));
        assertEquals(Optional.empty(), pages.find(new KeptPages.Key("/check-in", "title", true, Optional.empty())));
        assertEquals(Optional.empty(), pages.find(new KeptPages.Key("/clinics", "title", false, Optional.empty())));
    }

    @Test
    void makesRoomForOthers() {
        KeptPages pages = new KeptPages();
        KeptPage page = new KeptPage("one");
        for (int search = 0; search < 1_000; search++) {
            pages.keep(new KeptPages.Key("/clinics", search, false, Optional.empty()), page);
        }

        assertEquals(Optional.empty(), pages.find(new KeptPages.Key("/clinics", 0, false, Optional.empty())));
        assertEquals(Optional.of(page), pages.find(new KeptPages.Key("/clinics", 999, false, Optional.empty())));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
