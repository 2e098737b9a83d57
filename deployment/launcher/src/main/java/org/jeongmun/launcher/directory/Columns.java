package org.jeongmun.launcher.directory;

import java.util.List;

/** What the columns of a file mean. */
public interface Columns<R> {
    /** @return the names that the header must have, in this order */
    List<String> header();

    /** @return what the row says; of no use when {@code cells} has been told of faults */
    R read(Cells cells);
}
