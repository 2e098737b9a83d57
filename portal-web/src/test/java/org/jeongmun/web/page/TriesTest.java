package org.jeongmun.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A limit of tries")
class TriesTest {
    private final Tries tries = new Tries(3, 1, Duration.ofDays(1));

    @Test
    void stopsWhoHasNoneLeftAndNobodyElse() {
        for (int i = 0; i < 3; i++) {
            assertTrue(tries.take("one").isEmpty());
        }

        assertTrue(tries.take("one").orElseThrow().compareTo(Duration.ofHours(23)) > 0);
        assertTrue(tries.take("another").isEmpty());
    }

    @Test
    void doesNotCountWhatWasGivenBack() {
        for (int i = 0; i < 100; i++) {
            assertTrue(tries.take("one").isEmpty());
            tries.giveBack("one");
        }
    }

    @Test
    void remembersABoundedNumberOfClients() {
        Tries once = new Tries(1, 1, Duration.ofDays(1));
        for (int i = 0; i <= 20_000; i++) {
            once.take("client " + i);
        }

        assertTrue(once.take("client 1").isPresent());
        assertTrue(once.take("client 0").isEmpty());
    }

    @ParameterizedTest(name = "peer {0} saying {1}: {2}")
    @CsvSource({
        "203.0.113.9, '', 203.0.113.9",
        "203.0.113.9, '198.51.100.1', 203.0.113.9",
        "10.0.0.1, '198.51.100.1', 198.51.100.1",
        "10.0.0.1, '192.0.2.66, 198.51.100.1', 198.51.100.1",
        "10.0.0.1, '192.0.2.66, 198.51.100.1, 10.0.0.2', 198.51.100.1",
        "10.0.0.1, '192.0.2.66, , 10.0.0.2', 10.0.0.2",
        "2001:db8:1:2:3:4:5:6, '', 2001:db8:1:2",
        "2001:db8:1:2::9, '', 2001:db8:1:2",
        "2001:db8::9, '', 2001:db8:0:0",
        "::1, '', 0:0:0:0",
        "fd00:0::00A, '198.51.100.1', 198.51.100.1",
        "fd00:0:0:0:0:0:0:a%eth0, '198.51.100.1', 198.51.100.1",
        "fd00::b, '198.51.100.1', fd00:0:0:0",
        "::ffff:10.0.0.1, '198.51.100.1', 198.51.100.1",
        "10.0.0.1, '2001:DB8:1:2::9', 2001:db8:1:2",
        "10.0.0.1, 'proxy.invalid', proxy.invalid",
        "10.0.0.1, '999.1.1.1', 999.1.1.1",
        "10.0.0.1, '.:1', .:1",
        "10.0.0.1, '1::2::3', 1::2::3",
    })
    void countsTheClientBehindOurOwnProxies(String peer, String forwarded, String client) {
        assertEquals(
                client,
                Client.of(peer, List.of(forwarded), Set.of("10.0.0.1", "10.0.0.2", Client.canonical("fd00::a"))));
    }
}
