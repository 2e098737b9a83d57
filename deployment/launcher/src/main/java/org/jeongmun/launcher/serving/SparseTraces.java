package org.jeongmun.launcher.serving;

import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

/**
 * Keeps anybody from filling the log. Some hostile requests end, after they have been refused, in an exception of the
 * server's own, which it writes down with its stack each time. Of the records with an exception from one place ten are
 * written in each minute, and the first of a later minute says how many were left out. What comes without an exception
 * is always written. Safe for many threads.
 */
public final class SparseTraces implements Filter {
    private static final int MOST = 10;
    private static final long MINUTE_MILLIS = 60_000;

    private final Map<String, Count> counts = new HashMap<>();
    private LogRecord last;
    private boolean lastIsWritten;

    private static final class Count {
        private long minute;
        private int written;
        private int leftOut;
    }

    /** Made by the logging of the platform, which is told the name of this class. */
    public SparseTraces() {}

    /** The platform's handlers ask twice for each record that they write; it is counted once. */
    @Override
    public synchronized boolean isLoggable(LogRecord told) {
        if (told.getThrown() == null) {
            return true;
        }
        if (told != last) {
            last = told;
            lastIsWritten = counts(told);
        }
        return lastIsWritten;
    }

    private boolean counts(LogRecord told) {
        Count count = counts.computeIfAbsent(place(told), anew -> new Count());
        long minute = told.getMillis() / MINUTE_MILLIS;
        if (count.minute != minute) {
            count.minute = minute;
            count.written = 0;
            sayHowManyWereLeftOut(told, count);
        }
        if (count.written == MOST) {
            count.leftOut++;
            return false;
        }
        count.written++;
        return true;
    }

    /** As many as there are places in the programs that fail: few. */
    private static String place(LogRecord told) {
        Throwable thrown = told.getThrown();
        String method = Stream.of(thrown.getStackTrace())
                .findFirst()
                .map(top -> top.getClassName() + '.' + top.getMethodName())
                .orElse("");
        return told.getLoggerName() + ' ' + thrown.getClass().getName() + ' ' + method;
    }

    /* What is written to a log by the server is often the key of a text. */
    private static String text(LogRecord told) {
        ResourceBundle texts = told.getResourceBundle();
        String key = told.getMessage();
        return texts != null && key != null && texts.containsKey(key) ? texts.getString(key) : key;
    }

    private static void sayHowManyWereLeftOut(LogRecord told, Count count) {
        if (count.leftOut > 0) {
            told.setMessage("%s (%d more like it were left out)".formatted(text(told), count.leftOut));
            count.leftOut = 0;
        }
    }
}
