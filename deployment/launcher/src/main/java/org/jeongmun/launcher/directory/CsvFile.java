package org.jeongmun.launcher.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jeongmun.launcher.Progress;

/**
 * A CSV file as RFC 4180 has it, in UTF-8 with or without byte order mark, with a header. It is read row by row; a row
 * that is not sound becomes a fault and reading goes on, so that one reading finds all of them.
 */
final class CsvFile<R> {
    /** Each broken quote costs a new beginning; a file with more of them is no CSV file. */
    private static final int MOST_BROKEN_QUOTES = 100;

    private final Path file;
    private final Columns<R> columns;

    CsvFile(Path file, Columns<R> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Adds each sound row to {@code intake} and every other line to {@code faults}. */
    void read(Intake<R> intake, Faults faults, Progress progress) throws IOException, SQLException {
        long size = Files.size(file);
        Broken broken = new Broken(0, false);
        for (int quotes = 0; broken != null; quotes++) {
            if (quotes == MOST_BROKEN_QUOTES) {
                faults.add(broken.line() + 1, "from here on nothing was read, as too many quotes are broken");
                return;
            }
            broken = readAfter(broken, size, intake, faults, progress);
        }
    }

    /** @return the next line whose quotes are broken, or {@code null} at the end of the file */
    private Broken readAfter(Broken last, long size, Intake<R> intake, Faults faults, Progress progress)
            throws IOException, SQLException {
        RowHandler handler = new RowHandler();
        boolean begun = last.headerSeen();
        try (CountedStream bytes = new CountedStream(Files.newInputStream(file));
                CsvReader<CsvRow> rows = reader(handler, bytes)) {
            rows.skipLines(Math.toIntExact(last.line()));
            for (CsvRow row : rows) {
                if (begun) {
                    take(row, intake, faults);
                } else if (!isHeader(row, faults)) {
                    return null;
                }
                begun = true;
                progress.reached(bytes.count(), size);
            }
            if (!begun) {
                faults.add(1, header());
            }
            return null;
        } catch (CsvParseException broken) {
            faults.add(
                    handler.line(),
                    "its quotes are broken: a field that begins with one ends with one, and those"
                            + " inside are doubled");
            return new Broken(handler.line(), true);
        }
    }

    private static CsvReader<CsvRow> reader(RowHandler handler, CountedStream bytes) {
        return CsvReader.builder()
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, bytes, StandardCharsets.UTF_8);
    }

    private boolean isHeader(CsvRow row, Faults faults) {
        if (row.fields().equals(columns.header())) {
            return true;
        }
        faults.add(row.line(), header());
        return false;
    }

    private String header() {
        return "the header must be " + String.join(",", columns.header());
    }

    private void take(CsvRow row, Intake<R> intake, Faults faults) throws SQLException {
        int expected = columns.header().size();
        int found = row.fields().size();
        if (found != expected) {
            faults.add(row.line(), "has %d fields instead of %d".formatted(found, expected));
            return;
        }
        Cells cells = new Cells(columns.header(), row.fields());
        R read = columns.read(cells);
        if (cells.faults().isEmpty()) {
            intake.add(row.line(), read);
        } else {
            faults.add(row.line(), String.join("; ", cells.faults()));
        }
    }

    /** Where reading broke off, and whether it had come past the header. */
    private record Broken(long line, boolean headerSeen) {}
}
