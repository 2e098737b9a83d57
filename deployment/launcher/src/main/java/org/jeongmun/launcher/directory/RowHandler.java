package org.jeongmun.launcher.directory;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes rows of what the CSV reader reads, and knows the line of a record that the reader gives up in the middle of.
 */
final class RowHandler extends CsvCallbackHandler<CsvRow> {
    private final List<String> fields = new ArrayList<>();
    private RecordType type = RecordType.DATA;
    private long line;

    /** @return where the record begins that was read last or is being read */
    long line() {
        return line;
    }

    @Override
    protected void beginRecord(long startingLine) {
        line = startingLine;
        type = RecordType.DATA;
        fields.clear();
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        fields.add(new String(buffer, offset, length));
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("RFC 4180 has no comments.");
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return fields.size();
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, List.copyOf(fields));
    }
}
