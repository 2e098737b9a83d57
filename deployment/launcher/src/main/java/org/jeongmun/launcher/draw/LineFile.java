package org.jeongmun.launcher.draw;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.waitingroom.DrawSeed;
import org.jeongmun.waitingroom.PublicValue;
import org.jeongmun.waitingroom.PublishedDraw;

/** Reads what {@link LineFileWriter} has written; the first field of each row says what the row is. */
final class LineFile {
    static final String LINE = "line";
    static final String CALL = "call";
    static final String TICKET = "ticket";

    static final String WITHOUT_NUMBER = "withoutNumber";

    private static final int LINE_FIELDS = 11;
    private static final int FIRST_CALLS_AT = 10;

    private final Path file;

    LineFile(Path file) {
        this.file = file;
    }

    /** Tells all that the file holds. */
    void tell(LineRecord told) {
        long row = 1;
        boolean begun = false;
        try (CsvReader<CsvRecord> records = reader()) {
            for (CsvRecord fields : records) {
                row = fields.getStartingLineNumber();
                begun = tell(fields, begun, told);
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            throw CommandFailure.wrongUsage("%s cannot be read: name a file of `draw export`.".formatted(file));
        } catch (IllegalArgumentException
                | DateTimeException
                | IndexOutOfBoundsException
                | CsvParseException malformed) {
            throw CommandFailure.wrongUsage("%s, line %d: this is not what `draw export` writes.".formatted(file, row));
        }
        if (!begun) {
            throw CommandFailure.wrongUsage("%s is empty: name a file of `draw export`.".formatted(file));
        }
    }

    /** Rows of each kind have a number of fields of their own. */
    private CsvReader<CsvRecord> reader() throws IOException {
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file);
    }

    private static boolean tell(CsvRecord fields, boolean begun, LineRecord told) {
        String kind = fields.getField(0);
        int count = fields.getFieldCount();
        if (kind.equals(LINE) && !begun && count == LINE_FIELDS) {
            told.line(line(fields));
            return true;
        }
        if (!begun) {
            throw new IllegalArgumentException("The line comes first.");
        }
        switch (kind) {
            case CALL -> told.call(Long.parseLong(fields.getField(1)), Instant.parse(fields.getField(2)));
            case TICKET ->
                told.ticket(
                        Long.parseLong(fields.getField(1)),
                        OptionalLong.of(Long.parseLong(fields.getField(2))),
                        optional(fields, 3).map(Instant::parse));
            case WITHOUT_NUMBER -> told.withoutNumber(Long.parseLong(fields.getField(1)));
            default -> throw new IllegalArgumentException("No row of a line begins so.");
        }
        return true;
    }

    private static LineRecord.Line line(CsvRecord fields) {
        Optional<PublicValue> value = optional(fields, 7)
                .map(source -> new PublicValue(source, Instant.parse(fields.getField(8)), optional(fields, 9)));
        Optional<PublishedDraw> draw = optional(fields, 4)
                .map(commitment -> new PublishedDraw(
                        commitment,
                        optional(fields, 5).map(DrawSeed::ofHex),
                        Long.parseLong(fields.getField(6)),
                        value));
        return new LineRecord.Line(
                fields.getField(1),
                Long.parseLong(fields.getField(2)),
                Long.parseLong(fields.getField(3)),
                Long.parseLong(fields.getField(FIRST_CALLS_AT)),
                draw);
    }

    private static Optional<String> optional(CsvRecord fields, int index) {
        return index < fields.getFieldCount()
                ? Optional.of(fields.getField(index)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Refuses what is there already: an export never takes the place of another. */
    void refuseIfThere() {
        if (Files.exists(file)) {
            throw CommandFailure.wrongUsage("%s is there already: name a new file.".formatted(file));
        }
    }
}
