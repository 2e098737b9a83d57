package org.jeongmun.web.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The freshness of a look-up")
class FreshnessTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"max-age=1", "public, max-age=5", "private,max-age=0", "no-cache", "no-store"})
    void isWhatThePluginSaysWhenThatIsShort(String said) {
        assertEquals(said, Freshness.bounded(said, false));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"max-age=6", "public", "max-age=1, s-maxage=600", "max-age=1, stale-if-error=600"})
    void isNoneWhenThatIsLongOrUnclear(String said) {
        assertEquals("no-store", Freshness.bounded(said, false));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"max-age=1", "public, max-age=1", "private, max-age=1"})
    void isForThePartnersOwnCachesWhereAKeyCame(String said) {
        assertEquals("private, max-age=1", Freshness.bounded(said, true));
    }

    @Test
    void isNoneWhenThePluginSaysNothing() {
        assertEquals("no-store", Freshness.bounded(null, false));
    }
}
