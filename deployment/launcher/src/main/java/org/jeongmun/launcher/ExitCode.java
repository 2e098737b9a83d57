package org.jeongmun.launcher;

/** How a command ends, as its caller sees it. */
public enum ExitCode {
    /** The command did what it was asked. */
    DONE(0),
    /** The command worked, and what it checked is not as it must be. */
    CHECK_FAILED(1),
    /** Wrong usage or configuration; the message names the key or line and the remedy. */
    WRONG_USAGE(2),
    /** A needed part is not there: the database, a port, the data folder of another portal. */
    NOT_THERE(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** @return the exit code of the process */
    public int number() {
        return number;
    }
}
