package org.jeongmun.launcher.draw;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.waitingroom.DrawSeed;
import org.jeongmun.waitingroom.PublicValue;
import org.jeongmun.waitingroom.PublishedDraw;

/**
 * Writes a line's record as CSV that says nothing of who anybody is: {@code line,window,issued,nowServing,commitment,
 * seed,drawn,source,at,value,firstCalls}, then {@code call,place,at}, {@code ticket,number,place,tookAt} and {@code
 * withoutNumber,people}. The file is made with the first row: of what is refused before it, nothing is left behind.
 */
final class LineFileWriter implements LineRecord, AutoCloseable {
    private final Path file;
    private CsvWriter rows;
    private Line line;
    private long tickets;

    LineFileWriter(Path file) {
        this.file = file;
    }

    @Override
    public void line(Line told) {
        line = told;
        rows = opened();
        Optional<PublishedDraw> draw = told.draw();
        Optional<PublicValue> value = draw.flatMap(PublishedDraw::publicValue);
        rows.writeRecord(List.of(
                LineFile.LINE,
                told.window(),
                Long.toString(told.issued()),
                Long.toString(told.nowServing()),
                draw.map(PublishedDraw::commitment).orElse(""),
                draw.flatMap(PublishedDraw::seed).map(DrawSeed::hex).orElse(""),
                draw.map(each -> Long.toString(each.tickets())).orElse(""),
                value.map(PublicValue::source).orElse(""),
                value.map(each -> each.at().toString()).orElse(""),
                value.flatMap(PublicValue::value).orElse(""),
                Long.toString(told.firstCalls())));
    }

    private CsvWriter opened() {
        try {
            return CsvWriter.builder().build(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (IOException impossible) {
            throw CommandFailure.wrongUsage("%s cannot be written: name a file in a folder of yours.".formatted(file));
        }
    }

    @Override
    public void call(long place, Instant at) {
        rows.writeRecord(LineFile.CALL, Long.toString(place), at.toString());
    }

    @Override
    public void ticket(long number, OptionalLong place, Optional<Instant> tookAt) {
        tickets++;
        rows.writeRecord(
                LineFile.TICKET,
                Long.toString(number),
                Long.toString(line.placeOf(number)),
                tookAt.map(Instant::toString).orElse(""));
    }

    @Override
    public void withoutNumber(long people) {
        rows.writeRecord(LineFile.WITHOUT_NUMBER, Long.toString(people));
    }

    /** @return how many tickets were written */
    long tickets() {
        return tickets;
    }

    /** Takes away what was written of a line that could not be told to its end; the writer is closed. */
    void undo() {
        try {
            if (rows != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
