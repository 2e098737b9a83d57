package org.jeongmun.acceptance.database;

import java.util.concurrent.Executor;

/** People who all come at once: a thread for each. */
final class Together {
    private Together() {}

    static Executor threads() {
        return work -> {
            Thread thread = new Thread(work, "somebody");
            thread.setDaemon(true);
            thread.start();
        };
    }
}
