package org.jeongmun.web.notice;

import jakarta.json.stream.JsonGenerator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Optional;
import org.jeongmun.waitingroom.DrawSeed;
import org.jeongmun.waitingroom.Line;
import org.jeongmun.waitingroom.PublicValue;
import org.jeongmun.waitingroom.PublishedDraw;

/**
 * What anybody may know of one line. Places up to {@code nowServing} are called; {@code reached} is the one that the
 * rate has come to, by which waits are told. The draw's {@code finalSeed} is the seed with the public value mixed in,
 * for the waiting page, where a browser without a secure connection cannot work out a keyed hash.
 */
final class PublicLine {
    private static final int DECIMALS = 2;

    /** How fast a line moves. */
    enum Pace {
        /** Not at all: by an operator's will, or because nobody knows better. */
        STANDS,
        /** Before the opening nothing moves yet, and people want to know how fast it will. */
        TO_COME,
        /** As the controller says. */
        MOVES
    }

    private PublicLine() {}

    /**
     * Writes the members of one window.
     *
     * @param pace what there is to say of how fast the line moves
     */
    static void write(JsonGenerator json, Optional<Line> line, Pace pace, ZoneId zone) {
        json.write("nowServing", line.map(Line::called).orElse(0L));
        json.write("reached", line.map(Line::nowServing).orElse(0L));
        json.write("admitPerSecond", line.map(known -> rate(known, pace)).orElse(BigDecimal.ZERO));
        json.write("issued", line.map(Line::issued).orElse(0L));
        Optional<PublishedDraw> draw = line.flatMap(Line::draw);
        if (draw.isPresent()) {
            draw(json, draw.get(), zone);
        } else {
            json.writeNull("draw");
        }
    }

    private static BigDecimal rate(Line line, Pace pace) {
        double perSecond = switch (pace) {
            case STANDS -> 0;
            case TO_COME -> line.room().admitPerSecond();
            case MOVES -> line.ratePerSecond();
        };
        BigDecimal rounded = BigDecimal.valueOf(perSecond).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(rounded.stripTrailingZeros().toPlainString());
    }

    private static void draw(JsonGenerator json, PublishedDraw draw, ZoneId zone) {
        json.writeStartObject("draw").write("commitment", draw.commitment());
        write(json, "seed", draw.seed().map(DrawSeed::hex));
        write(json, "finalSeed", draw.finalSeed().map(DrawSeed::hex));
        json.write("tickets", draw.tickets());
        Optional<PublicValue> value = draw.publicValue();
        write(json, "source", value.map(PublicValue::source));
        write(json, "at", value.map(known -> PublicDocuments.time(known.at(), zone)));
        write(json, "value", value.flatMap(PublicValue::value));
        json.writeEnd();
    }

    private static void write(JsonGenerator json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.write(name, text.get());
        } else {
            json.writeNull(name);
        }
    }
}
