package org.jeongmun.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jeongmun.web.config.Setting;

/**
 * The limits of this node. Thousands of phones share one address of a mobile network on the night of an opening, so
 * check-in stops only what no line of people can be; a code is guessed by one at a time, and only wrong guesses count.
 */
@ApplicationScoped
public class TryLimits {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    private final Tries checkIns = new Tries(6_000, 200, Duration.ofSeconds(1));
    private final Tries finds = new Tries(10, 1, Duration.ofSeconds(30));
    private final Set<String> trusted = Setting.TRUSTED_PROXIES.value().stream()
            .flatMap(SEPARATOR::splitAsStream)
            .filter(address -> !address.isEmpty())
            .map(Client::canonical)
            .collect(Collectors.toUnmodifiableSet());

    /** Made by the container. */
    public TryLimits() {}

    /** @return how long this client must wait before its next check-in; empty = it need not, and the try is counted */
    public Optional<Duration> checkIn(HttpServletRequest request) {
        return checkIns.take(clientOf(request));
    }

    /** @return how long this client must wait before it may look for a booking; empty = the try is counted */
    public Optional<Duration> find(HttpServletRequest request) {
        return finds.take(clientOf(request));
    }

    /** What was looked for was there: it was no guess. */
    public void found(HttpServletRequest request) {
        finds.giveBack(clientOf(request));
    }

    private String clientOf(HttpServletRequest request) {
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        return Client.of(request.getRemoteAddr(), forwarded, trusted);
    }
}
