package org.jeongmun.benchmark.limit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The very programs that a running portal's database is made of, and the settings that it was started with: so a second
 * one beside it differs in what is asked of it and in nothing else.
 *
 * @param folder where the programs are
 * @param settings as the server takes them, such as {@code fsync=on}; the port is not among them
 */
public record PostgresPrograms(Path folder, List<String> settings) {
    private static final Integer ROOT = 0;

    /** Copies the list. */
    public PostgresPrograms {
        settings = List.copyOf(settings);
    }

    /** @return those of the database that this portal has started */
    public static PostgresPrograms of(ProcessHandle portal) throws IOException {
        for (ProcessHandle child : portal.children().toList()) {
            List<String> line = commandLine(child);
            if (!line.isEmpty() && line.get(0).endsWith("/bin/postgres")) {
                return of(line);
            }
        }
        throw new IOException("The portal has no PostgreSQL of its own that could be looked at.");
    }

    /** @param line the command line of a server */
    static PostgresPrograms of(List<String> line) {
        List<String> settings = new ArrayList<>();
        for (int at = 1; at + 1 < line.size(); at++) {
            if (line.get(at).equals("-c") && !line.get(at + 1).startsWith("port=")) {
                settings.add(line.get(at + 1));
            }
        }
        return new PostgresPrograms(Path.of(line.get(0)).resolveSibling(""), settings);
    }

    private static List<String> commandLine(ProcessHandle process) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** @return the beginning of a command that runs one of them; as root in a user namespace, as the portal does it */
    List<String> command(String program) throws IOException {
        String path = folder.resolve(program).toString();
        boolean isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(ROOT);
        return new ArrayList<>(isRoot ? List.of("unshare", "-U", path) : List.of(path));
    }
}
