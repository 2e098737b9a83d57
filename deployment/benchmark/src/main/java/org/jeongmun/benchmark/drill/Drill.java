package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.SQLException;
import org.jeongmun.benchmark.report.Report;

/** One benchmark, with a portal of its own. */
interface Drill {
    /** @return the name by which it is asked for */
    String name();

    /** @return what it measures, in one line */
    String title();

    /**
     * Runs it and writes down what it finds.
     *
     * @throws PromiseBrokenException when a promise was broken; nothing else is reported then
     */
    void run(Setting setting, Report report) throws IOException, SQLException;
}
