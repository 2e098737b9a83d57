package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.jeongmun.web.config.PublicUrl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The origin of a form")
class FormOriginTest {
    private static final Set<String> OWN = Set.of("https://portal.example", "http://127.0.0.1:8080");

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource({
        ", , true",
        ", same-origin, true",
        ", none, true",
        ", cross-site, false",
        ", same-site, false",
        "null, , true",
        "null, same-origin, true",
        "null, cross-site, false",
        "https://portal.example, , true",
        "HTTPS://PORTAL.EXAMPLE, same-origin, true",
        "https://portal.example, cross-site, false",
        "http://portal.example, , false",
        "https://portal.example.evil.example, , false",
        "https://evil.example, same-origin, false",
        "'', , false",
    })
    void isOursOrNotToldAndNeverForeign(String origin, String site, boolean expected) {
        FormOrigin form = new FormOrigin(Optional.ofNullable(origin), Optional.ofNullable(site));

        assertEquals(expected, form.isAmong(OWN));
    }

    @ParameterizedTest
    @CsvSource({
        "https://portal.example, https://portal.example",
        "https://portal.example/, https://portal.example",
        "https://Portal.Example:443/x, https://portal.example",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://portal.example:80, http://portal.example",
    })
    void isReadFromThePublicAddress(String url, String origin) {
        assertEquals(Optional.of(origin), PublicUrl.originOf(url));
    }

    @Test
    void isNotReadFromWhatIsNoAddress() {
        assertEquals(Optional.empty(), PublicUrl.originOf("portal.example"));
        assertEquals(Optional.empty(), PublicUrl.originOf("https://a b"));
    }
}
