package org.jeongmun.web.journey;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * One kind of thing that somebody carries from page to page in a sealed cookie.
 *
 * @param name of the cookie, without prefix
 * @param validFor how long it is worth anything
 * @param toFields its parts as texts
 * @param fromFields the way back; may throw a {@link RuntimeException} for what is not of this kind
 */
public record Carried<T>(
        String name, Duration validFor, Function<T, List<String>> toFields, Function<List<String>, T> fromFields) {}
