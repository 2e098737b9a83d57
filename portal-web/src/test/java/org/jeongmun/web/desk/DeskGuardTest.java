package org.jeongmun.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The guard of the desk")
class DeskGuardTest {
    private final AtomicLong now = new AtomicLong();
    private final DeskGuard guard = new DeskGuard(now::get);

    @ParameterizedTest(name = "host {0}, origin {1}, site {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "localhost:9090, http://localhost:9090, same-origin, true",
                "127.0.0.1:9090, http://127.0.0.1:9090, -, true",
                "[::1]:9090, http://[::1]:9090, -, true",
                "LOCALHOST:9090, http://localhost:9090, -, true",
                "10.0.0.7:9090, http://10.0.0.7:9090, -, true",
                "localhost:8888, http://localhost:8888, -, true",
                "localhost:9090, http://localhost:8080, -, false",
                "localhost:9090, https://localhost:9090, -, false",
                "localhost:9090, http://evil.example, -, false",
                "localhost:9090, null, -, false",
                "localhost:9090, -, -, false",
                "localhost:9090, http://localhost:9090, cross-site, false",
                "localhost:9090, http://localhost:9090, none, false",
                "evil.example:9090, http://evil.example:9090, same-origin, false",
                "localhost.evil.example, http://localhost.evil.example, -, false",
                "-, http://localhost:9090, -, false"
            })
    void takesAFormOfTheDesksOwnPageAlone(String host, String origin, String site, boolean genuine) {
        assertEquals(genuine, guard.isGenuine(request(host, origin, site, guard.token())));
    }

    @Test
    void takesNoOtherToken() {
        for (String token : new String[] {null, "", "x", new DeskGuard(now::get).token()}) {
            assertFalse(guard.isGenuine(request("localhost", "http://localhost", null, token)));
        }
    }

    @Test
    void takesATokenForHalfADay() {
        String token = guard.token();
        HttpServletRequest request = request("localhost", "http://localhost", null, token);
        now.set(TimeUnit.HOURS.toNanos(11));
        assertTrue(guard.isGenuine(request));
        assertNotEquals(token, guard.token());
        now.set(TimeUnit.HOURS.toNanos(12));
        assertFalse(guard.isGenuine(request));
    }

    private static HttpServletRequest request(String host, String origin, String site, String token) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                DeskGuardTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" -> Collections.enumeration(only(arguments[0].equals("Host") ? host : origin));
                    case "getHeader" -> site;
                    case "getParameter" -> token;
                    case "getScheme" -> "http";
                    case "getLocalAddr" -> "10.0.0.7";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<String> only(String value) {
        return value == null ? List.of() : List.of(value);
    }
}
