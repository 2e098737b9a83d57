package org.jeongmun.launcher.draw;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.waitingroom.PublishedDraw;

/**
 * What is on record of one line, told piece by piece: the line, then its calls in the order of their places, then its
 * tickets in the order of their numbers. No piece says who anybody is.
 */
interface LineRecord {
    /**
     * One line.
     *
     * @param issued the highest number given
     * @param nowServing the place that the rate has come to
     * @param firstCalls how many places the draw itself has called, at the opening
     * @param draw empty where people are let in by arrival
     */
    record Line(String window, long issued, long nowServing, long firstCalls, Optional<PublishedDraw> draw) {
        /** @return where {@code number} stands */
        long placeOf(long number) {
            return draw.flatMap(PublishedDraw::drawn)
                    .map(drawn -> drawn.placeOf(number))
                    .orElse(number);
        }
    }

    /** The line itself, once and first. */
    void line(Line line);

    /** The rate came to {@code place} at {@code at}. */
    void call(long place, Instant at);

    /**
     * One ticket.
     *
     * @param place as the record states it, where it does
     * @param tookAt when a place at a clinic was first taken on it, by its person or somebody whom they brought along;
     *     whoever was brought along takes none on a number of their own
     */
    void ticket(long number, OptionalLong place, Optional<Instant> tookAt);

    /** So many people took a place at a clinic and had neither a number by then nor somebody who brought them along. */
    void withoutNumber(long people);
}
