package org.jeongmun.launcher.directory;

import java.util.List;

/**
 * A record of a CSV file.
 *
 * @param line where it begins; the first line is 1
 */
record CsvRow(long line, List<String> fields) {}
