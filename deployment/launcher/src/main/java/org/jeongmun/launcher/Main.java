package org.jeongmun.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where portal.jar starts: names the command, runs it, and ends the process with its exit code. */
public final class Main {
    private Main() {}

    /** Runs one command and exits; without a command, {@code run}. */
    public static void main(String... arguments) {
        // Numbers in one form whatever the terminal's locale; and the server does not start where i becomes İ
        // (Turkish).
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        CommandLine commandLine = commandLine();
        try {
            return commandLine.execute(Arguments.withDefaultCommand(Arguments.asWritten(arguments)));
        } catch (CommandFailure unreadable) {
            return failed(unreadable, commandLine.getErr());
        }
    }

    /** @return the commands of portal.jar, with failures printed as one line on standard error */
    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new PortalCommand());
        // Held on to: the server's output is sent to its log later. UTF-8 whatever the locale, or Korean becomes ???.
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setParameterExceptionHandler((failure, arguments) -> wrongUsage(failure));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command.getErr()));
        commandLine.registerConverter(Path.class, Main::path);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        // Or a text that begins with @, such as a public value, would be the name of a file with arguments.
        commandLine.setExpandAtFiles(false);
        return commandLine;
    }

    private static int wrongUsage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        boolean notACommand = failure instanceof UnmatchedArgumentException
                && !command.getSubcommands().isEmpty();
        String what = notACommand
                ? "%s is not a command; the commands are %s"
                        .formatted(
                                String.join(" ", ((UnmatchedArgumentException) failure).getUnmatched()),
                                String.join(", ", command.getSubcommands().keySet()))
                : failure.getMessage();
        print(command.getErr(), "%s. See %s --help.".formatted(withoutFullStop(oneLine(what)), name));
        return ExitCode.WRONG_USAGE.number();
    }

    private static int failed(Exception failure, PrintWriter errors) {
        if (Boolean.getBoolean("portal.trace")) {
            failure.printStackTrace(errors);
        }
        if (failure instanceof InvalidPathException noName) {
            return failed(CommandFailure.wrongUsage(noFileName(noName) + "."), errors);
        }
        if (failure instanceof CommandFailure expected) {
            print(errors, oneLine(expected.getMessage()));
            return expected.exitCode().number();
        }
        print(
                errors,
                "Unexpected %s: %s (java -Dportal.trace=true -jar portal.jar … shows where)."
                        .formatted(failure.getClass().getSimpleName(), withoutFullStop(oneLine(failure.getMessage()))));
        return ExitCode.NOT_THERE.number();
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException noName) {
            throw new TypeConversionException(noFileName(noName));
        }
    }

    private static String noFileName(InvalidPathException failure) {
        return "'%s' is no file name that this locale knows; %s".formatted(failure.getInput(), Arguments.REMEDY);
    }

    private static void print(PrintWriter errors, String line) {
        errors.println(line);
        errors.flush();
    }

    private static String oneLine(String text) {
        return text == null ? "no message" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
