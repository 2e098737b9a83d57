package org.jeongmun.web.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A form that was sent")
class SentFormTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, application/x-www-form-urlencoded, true, false",
                "POST, ' Application/X-WWW-Form-URLencoded; charset=UTF-8', true, false",
                "GET, application/x-www-form-urlencoded, false, false",
                "POST, application/json, false, false",
                "POST, multipart/form-data; boundary=x, false, true",
                "POST, Multipart/mixed, false, true",
                "POST, -, false, false"
            })
    void isKnownByItsMethodAndType(String method, String type, boolean form, boolean inParts) {
        HttpServletRequest request = request(method, type, false);

        assertEquals(form, SentForm.isIn(request));
        assertEquals(inParts, SentForm.isInParts(request));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    void isTooLongForWhoeverAsksOnceItHasTurnedOutToBe(boolean tooLong) {
        HttpServletRequest request = request("POST", "application/x-www-form-urlencoded", tooLong);
        assertEquals(false, SentForm.isTooLong(request));

        SentForm.read(request);
        SentForm.read(request);

        assertEquals(tooLong, SentForm.isTooLong(request));
    }

    /** Of a server that says only once that a form is too long. */
    private static HttpServletRequest request(String method, String type, boolean tooLong) {
        Map<Object, Object> attributes = new HashMap<>();
        boolean[] asked = {false};
        return (HttpServletRequest) Proxy.newProxyInstance(
                SentFormTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getContentType" -> type;
                    case "getAttribute" -> attributes.get(arguments[0]);
                    case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                    case "getParameterMap" -> {
                        if (tooLong && !asked[0]) {
                            asked[0] = true;
                            throw new IllegalStateException("too long");
                        }
                        yield Map.of();
                    }
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
