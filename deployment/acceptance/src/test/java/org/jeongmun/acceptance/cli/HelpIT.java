package org.jeongmun.acceptance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.acceptance.portal.PortalJar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

@DisplayName("The help of portal.jar")
class HelpIT {
    /** What an operator may count on; one that is renamed or taken away is missed here. */
    private static final Set<String> COMMANDS = Set.of(("run migrate campaign clinics slots seed maintenance announce"
                    + " status doors plugins partner lookup roster admission supply draw")
            .split(" "));

    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z]+)\\s");

    @Test
    void namesEveryCommandThatExistsAndNoOther() throws ClassNotFoundException {
        String help = PortalJar.run("--help").output();
        Set<String> listed = sorted(LISTED.matcher(help.substring(help.indexOf("Commands:")))
                .results()
                .map(command -> command.group(1)));
        Class<?>[] registered = Class.forName("org.jeongmun.launcher.PortalCommand")
                .getAnnotation(Command.class)
                .subcommands();

        assertEquals(sorted(COMMANDS.stream()), listed, help);
        assertEquals(
                sorted(Stream.of(registered)
                        .map(command -> command.getAnnotation(Command.class).name())),
                listed,
                help);
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }
}
