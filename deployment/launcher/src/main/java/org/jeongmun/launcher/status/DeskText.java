package org.jeongmun.launcher.status;

import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the desk's rows say, each in one line. */
final class DeskText {
    private final DeskRows desk;
    private final Function<Instant, String> shown;

    /** @param shown puts a moment into words */
    DeskText(DeskRows desk, Function<Instant, String> shown) {
        this.desk = desk;
        this.shown = shown;
    }

    String maintenance() {
        return desk.maintenance()
                .map(on -> "since %s by %s%s: %s%s"
                        .formatted(
                                shown.apply(on.since()),
                                on.begunBy(),
                                on.changedBy().equals(on.begunBy()) ? "" : ", changed last by " + on.changedBy(),
                                on.reason(),
                                on.until()
                                        .map(at -> "; next notice " + shown.apply(at))
                                        .orElse("")))
                .orElse("off");
    }

    /** @return what there is to add to the phase, which is what the schedule says whether or not anybody serves */
    String serving() {
        return desk.nodes().isEmpty() ? "; no node serves now" : "";
    }

    String announcement() {
        return desk.announcement().map(text -> text.ko() + " / " + text.en()).orElse("none");
    }

    String refusedToday() {
        long all =
                desk.refusedToday().values().stream().mapToLong(Long::longValue).sum();
        String parts = new TreeMap<>(desk.refusedToday())
                .entrySet().stream()
                        .map(each -> String.format(Locale.ROOT, "%s %,d", each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%,d by all nodes%s", all, parts.isEmpty() ? "" : ": " + parts);
    }

    String nodes() {
        return desk.nodes().isEmpty()
                ? "none within the last minute"
                : desk.nodes().stream()
                        .map(node -> "%s %s (%d s ago)".formatted(node.name(), node.status(), node.secondsAgo()))
                        .collect(Collectors.joining(", "));
    }
}
