package org.jeongmun.launcher.draw;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.waitingroom.Draw;
import org.jeongmun.waitingroom.PublicValue;
import org.jeongmun.waitingroom.PublishedDraw;

/**
 * Recomputes everything about one line, and stops at the first thing that is not as it should be: the seed fits its
 * commitment, every place belongs to one number, no number is missing or there twice, the line never went backwards,
 * and nobody took a place at a clinic before the turn of their number was called, or without one.
 */
final class LineCheck implements LineRecord {
    private final TreeMap<Long, Instant> calls = new TreeMap<>();
    private Line line;
    private long tickets;
    private long booked;
    private boolean isWhole;

    @Override
    public void line(Line told) {
        line = told;
        require(
                told.firstCalls() == 0 || told.firstCalls() > 0 && told.draw().isPresent(),
                "places are called at once and were not drawn");
        told.draw().ifPresent(this::checkDraw);
    }

    private void checkDraw(PublishedDraw draw) {
        require(draw.keepsItsCommitment(), "its seed is not the one that was committed to");
        Draw drawn = draw.drawn()
                .orElseThrow(() -> CommandFailure.wrongUsage(
                        "The draw of window %s is held at its opening: check it afterwards.".formatted(line.window())));
        require(draw.tickets() <= line.issued(), "more numbers are drawn than were given");
        require(line.firstCalls() <= draw.tickets(), "more places are called at once than were drawn");
        BitSet places = new BitSet();
        for (long number = 1; number <= drawn.tickets(); number++) {
            long place = drawn.placeOf(number);
            require(place >= 1 && place <= drawn.tickets(), "number %d is drawn to no place".formatted(number));
            require(!places.get((int) place), "place %d is drawn twice".formatted(place));
            places.set((int) place);
        }
    }

    @Override
    public void call(long place, Instant at) {
        Map.Entry<Long, Instant> last = calls.lastEntry();
        require(
                last == null || place > last.getKey() && !at.isBefore(last.getValue()),
                "the call of place %d goes backwards".formatted(place));
        calls.put(place, at);
    }

    @Override
    public void ticket(long number, OptionalLong place, Optional<Instant> tookAt) {
        tickets++;
        require(number == tickets, "number %d is missing or there twice".formatted(tickets));
        long recomputed = line.placeOf(number);
        require(
                place.isEmpty() || place.getAsLong() == recomputed,
                "number %d is given place %d and was drawn to %d".formatted(number, place.orElse(0), recomputed));
        if (tookAt.isPresent()) {
            booked++;
            checkTurn(number, recomputed, tookAt.get());
        }
    }

    /**
     * Nobody takes a place before the opening, which the database sees to; whom the draw has called may from then on.
     */
    private void checkTurn(long number, long place, Instant tookAt) {
        if (place <= line.firstCalls()) {
            return;
        }
        Map.Entry<Long, Instant> turn = calls.ceilingEntry(place);
        require(turn != null, "number %d took a place, and its turn was never called".formatted(number));
        require(
                !tookAt.isBefore(turn.getValue()),
                "number %d took a place before its turn was called".formatted(number));
    }

    @Override
    public void withoutNumber(long people) {
        isWhole = true;
        require(people == 0, "%,d people took a place and were not in line".formatted(people));
    }

    /** @return what was checked, for people; after the last piece */
    List<String> report() {
        require(isWhole, "its record has no end: who took a place without a number is not told");
        require(tickets == line.issued(), "%d numbers were given and %d are there".formatted(line.issued(), tickets));
        require(
                calls.isEmpty() || calls.lastKey() == line.nowServing(),
                "the last call does not fit the place that is served");
        String order = line.draw()
                .map(draw -> "%,d of them drawn with %s%s".formatted(draw.tickets(), mixedIn(draw), calledAtOnce()))
                .orElse("by arrival");
        return List.of(
                "Window %s: %,d numbers, %s.".formatted(line.window(), line.issued(), order),
                "  %,d calls up to place %,d, none backwards; places were taken on %,d numbers, on none before its turn."
                        .formatted(calls.size(), line.nowServing(), booked));
    }

    private String calledAtOnce() {
        return line.firstCalls() == 0 ? "" : ", the first %,d of them called at once".formatted(line.firstCalls());
    }

    private static String mixedIn(PublishedDraw draw) {
        Optional<PublicValue> announced = draw.publicValue();
        if (announced.isEmpty()) {
            return "the committed seed alone, as no public random value was announced";
        }
        return announced
                .get()
                .value()
                .map(value -> "the committed seed and \"%s\" of %s"
                        .formatted(value, announced.get().source()))
                .orElse("the committed seed alone, as the announced public random value was not entered");
    }

    private void require(boolean claim, String otherwise) {
        if (!claim) {
            throw CommandFailure.checkFailed("Window %s: %s.".formatted(line == null ? "?" : line.window(), otherwise));
        }
    }
}
