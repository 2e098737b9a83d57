package org.jeongmun.web.line;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.Lines;

/**
 * The lines as this node last heard of them. A line that was heard of never goes backwards, whatever is heard later.
 */
public final class KnownLines implements Lines {
    private static final long LONGEST_SILENCE = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanoTime;
    private volatile Heard heard;
    private volatile Runnable onNews = () -> {};

    /** What was heard at one moment. */
    private record Heard(Map<WindowId, KnownLine> lines, boolean maintenance, long atNanos, boolean never) {
        /** Where there is no line, none can stand. */
        boolean hasNone() {
            return lines.isEmpty() && !never;
        }
    }

    /** @param nanoTime the monotonic clock, {@link System#nanoTime()} outside tests */
    public KnownLines(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.heard = new Heard(Map.of(), false, nanoTime.getAsLong() - 2 * LONGEST_SILENCE, true);
    }

    @Override
    public Optional<Line> line(WindowId window) {
        return Optional.ofNullable(heard.lines().get(window)).map(KnownLine::line);
    }

    @Override
    public List<Line> all() {
        return heard.lines().values().stream().map(KnownLine::line).toList();
    }

    @Override
    public boolean isFrozen() {
        Heard last = heard;
        return !last.hasNone() && (last.maintenance() || isSilent(last));
    }

    /**
     * @return whether this node could not write to the database for two seconds, where there are lines or not: it tells
     *     of itself at least twice a second
     */
    public boolean isSilent() {
        return isSilent(heard);
    }

    private boolean isSilent(Heard last) {
        return nanoTime.getAsLong() - last.atNanos() > LONGEST_SILENCE;
    }

    /** @param listener run after a line has come or gone */
    void onNews(Runnable listener) {
        onNews = listener;
        listener.run();
    }

    /**
     * For the one thread that asks.
     *
     * @param askedAtNanos when it asked
     */
    void learn(List<KnownLine> lines, boolean maintenance, long askedAtNanos) {
        Map<WindowId, KnownLine> before = heard.lines();
        Map<WindowId, KnownLine> now = new LinkedHashMap<>();
        lines.stream().sorted(Comparator.comparing(KnownLine::opensAt)).forEach(each -> {
            WindowId window = each.line().window();
            KnownLine last = before.get(window);
            double rate = each.line().ratePerSecond();
            now.put(window, last == null ? each : each.calledTo(last.line().nowServing(), rate));
        });
        heard = new Heard(now, maintenance, askedAtNanos, false);
        if (!before.keySet().equals(now.keySet())) {
            onNews.run();
        }
    }
}
