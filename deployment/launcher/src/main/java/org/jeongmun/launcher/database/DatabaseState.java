package org.jeongmun.launcher.database;

/** What a database was made for; decided once, when its schema is created. */
public enum DatabaseState {
    /** It has no schema yet and may become either. */
    NEW,
    /** It has a schema and no mark: its time is the time. */
    LIVE,
    /** It was marked as a demo when it was created: its time may be shifted. */
    DEMO
}
