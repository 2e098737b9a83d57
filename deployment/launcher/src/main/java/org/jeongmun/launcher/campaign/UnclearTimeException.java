package org.jeongmun.launcher.campaign;

/** A text that names no moment, or two; the message says why and what to write instead. */
public final class UnclearTimeException extends Exception {
    private static final long serialVersionUID = 1L;

    UnclearTimeException(String message) {
        super(message);
    }
}
