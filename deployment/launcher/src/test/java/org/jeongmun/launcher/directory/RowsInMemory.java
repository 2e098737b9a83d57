package org.jeongmun.launcher.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jeongmun.launcher.Progress;

/** An intake that keeps what it was given, for tests of what comes before the database. */
final class RowsInMemory<R> implements Intake<R> {
    final Map<Long, R> rows = new LinkedHashMap<>();

    @Override
    public void add(long line, R row) {
        rows.put(line, row);
    }

    @Override
    public void endOfRows() {}

    @Override
    public void check(Faults faults) {}

    @Override
    public Changes store(Progress progress) {
        return new Changes(rows.size(), 0, 0);
    }

    @Override
    public void close() {}
}
