package org.jeongmun.launcher;

import java.util.Set;

/** The arguments of portal.jar before picocli sees them. */
final class Arguments {
    private static final Set<String> ABOUT_PORTAL_JAR = Set.of("--help", "-h", "--version", "-V");

    private Arguments() {}

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
