package org.jeongmun.launcher;

import static java.util.Objects.requireNonNull;

/**
 * Ends a command with an exit code and one line on standard error. Throw it from any depth of a command; its text is
 * for the operator: what is wrong, by name, and what to do about it.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /** @param message one line; line breaks in it are printed as blanks */
    public CommandFailure(ExitCode exitCode, String message) {
        super(requireNonNull(message, "message"));
        this.exitCode = requireNonNull(exitCode, "exitCode");
    }

    private CommandFailure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** @return exit code 1: the check failed */
    public static CommandFailure checkFailed(String message) {
        return new CommandFailure(ExitCode.CHECK_FAILED, message);
    }

    /** @return exit code 2: the caller or the configuration must change */
    public static CommandFailure wrongUsage(String message) {
        return new CommandFailure(ExitCode.WRONG_USAGE, message);
    }

    /** @return exit code 3: a needed part is missing */
    public static CommandFailure notThere(String message) {
        return new CommandFailure(ExitCode.NOT_THERE, message);
    }

    /** @return exit code 3: a needed part failed with {@code cause}, which a trace shows */
    public static CommandFailure notThere(String message, Throwable cause) {
        return new CommandFailure(ExitCode.NOT_THERE, message, cause);
    }

    /** @return how the process ends */
    public ExitCode exitCode() {
        return exitCode;
    }
}
