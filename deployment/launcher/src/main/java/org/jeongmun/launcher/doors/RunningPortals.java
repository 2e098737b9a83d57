package org.jeongmun.launcher.doors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The portals of this user that run on this machine. Nobody else's folder is believed. */
final class RunningPortals {
    private static final String DATA = "--data";
    private static final String USUAL_FOLDER = "portal-data";

    private RunningPortals() {}

    /** @return the folders in which they publish where they are; some may be gone by now */
    static Stream<Path> folders() {
        Optional<String> user = ProcessHandle.current().info().user();
        return ProcessHandle.allProcesses()
                .filter(process ->
                        user.isPresent() && user.equals(process.info().user()))
                .flatMap(process -> folder(process).stream());
    }

    private static Optional<Path> folder(ProcessHandle process) {
        List<String> arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
        if (arguments.stream().noneMatch(argument -> argument.endsWith("portal.jar"))) {
            return Optional.empty();
        }
        try {
            Path workingDirectory = Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
            return Optional.of(workingDirectory.resolve(data(arguments)));
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    /** Pure. @return what {@code --data} says, in either of its spellings */
    static String data(List<String> arguments) {
        String data = USUAL_FOLDER;
        for (int at = 0; at < arguments.size(); at++) {
            String argument = arguments.get(at);
            if (argument.startsWith(DATA + "=")) {
                data = argument.substring(DATA.length() + 1);
            } else if (argument.equals(DATA) && at + 1 < arguments.size()) {
                data = arguments.get(at + 1);
            }
        }
        return data;
    }
}
