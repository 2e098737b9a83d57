package org.jeongmun.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The arguments of portal.jar before picocli sees them. */
final class Arguments {
    /** What to do where the locale knows fewer letters than people write; cron and systemd give such a one. */
    static final String REMEDY = "set LANG=C.UTF-8 and write it in UTF-8";

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final String BROKEN = "\uFFFD";
    private static final Set<String> ABOUT_PORTAL_JAR = Set.of("--help", "-h", "--version", "-V");

    private Arguments() {}

    /**
     * Java reads arguments in the letters of the locale; this reads those again that it could not.
     *
     * @return the arguments as they were written, in UTF-8
     * @throws CommandFailure exit code 2, when one cannot be read
     */
    static String[] asWritten(String... arguments) {
        if (Arrays.stream(arguments).noneMatch(argument -> argument.contains(BROKEN))) {
            return arguments;
        }
        try {
            return asWritten(Files.readAllBytes(COMMAND_LINE), arguments);
        } catch (IOException notThere) {
            throw unreadable();
        }
    }

    /** @param commandLine of the process: what ends with these arguments, a NUL after each */
    static String[] asWritten(byte[] commandLine, String... arguments) {
        List<String> words = words(commandLine);
        if (words.size() < arguments.length) {
            throw unreadable();
        }
        String[] written =
                words.subList(words.size() - arguments.length, words.size()).toArray(String[]::new);
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].contains(BROKEN) && !arguments[i].equals(written[i])) {
                throw unreadable();
            }
        }
        return written;
    }

    private static List<String> words(byte[] commandLine) {
        List<String> words = new ArrayList<>();
        int begin = 0;
        try {
            for (int at = 0; at < commandLine.length; at++) {
                if (commandLine[at] == 0) {
                    ByteBuffer word = ByteBuffer.wrap(commandLine, begin, at - begin);
                    words.add(StandardCharsets.UTF_8.newDecoder().decode(word).toString());
                    begin = at + 1;
                }
            }
            return words;
        } catch (CharacterCodingException notUtf8) {
            throw unreadable();
        }
    }

    private static CommandFailure unreadable() {
        return CommandFailure.wrongUsage("An argument has letters that this locale does not know: " + REMEDY + ".");
    }

    /** @return the arguments, with {@code run} in front when they name no command but are none or options of it */
    static String[] withDefaultCommand(String... arguments) {
        boolean named =
                arguments.length > 0 && (!arguments[0].startsWith("-") || ABOUT_PORTAL_JAR.contains(arguments[0]));
        if (named) {
            return arguments;
        }
        String[] completed = new String[arguments.length + 1];
        completed[0] = "run";
        System.arraycopy(arguments, 0, completed, 1, arguments.length);
        return completed;
    }
}
