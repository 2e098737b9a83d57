package org.jeongmun.launcher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.PrivateFiles;

/** The programs of PostgreSQL on one folder of data: creating it, starting and stopping the server. */
final class PostgresProcess {
    /** Sized for two cores that serve a portal as well. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "password_encryption=scram-sha-256",
            "max_connections=100",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            "wal_compression=on",
            "random_page_cost=1.1",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %q%u ",
            // A statement in a log may carry what a citizen typed.
            "log_min_error_statement=panic",
            "log_parameter_max_length_on_error=0",
            "log_error_verbosity=terse");

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    PostgresProcess(PostgresBinaries binaries, Path data, Path log) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Creates the data in one step: it is there whole, or not at all. */
    void initialize(String superuser, String password) throws IOException {
        Path begun = data.resolveSibling(data.getFileName() + ".new");
        Path passwordFile = data.resolveSibling(".initdb-password");
        PrivateFiles.deleteFolder(begun);
        PrivateFiles.write(passwordFile, password + "\n");
        try {
            List<String> command = new ArrayList<>(binaries.command("initdb"));
            command.addAll(List.of("-D", begun.toString(), "-U", superuser, "--auth=scram-sha-256"));
            command.addAll(List.of("--pwfile=" + passwordFile, "--encoding=UTF8", "--locale=C"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"));
            finish(command, 120);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(begun, data);
    }

    /** Starts the server on loopback, in a session of its own: Ctrl-C in a terminal is for the portal to answer. */
    Process start(int port) throws IOException {
        PrivateFiles.createFile(log);
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(binaries.command("postgres"));
        command.addAll(List.of("-D", data.toString(), "-c", "port=" + port));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return quiet(command).start();
    }

    /** Stops whichever server runs on the data; rolls back what is under way. */
    void stop() throws IOException {
        if (Files.notExists(data.resolve("postmaster.pid"))) {
            return;
        }
        List<String> command = new ArrayList<>(binaries.command("pg_ctl"));
        command.addAll(List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "-s"));
        finish(command, 90);
    }

    /** @return the processes of a server that have this data as their folder, whoever started them */
    List<ProcessHandle> running() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> worksIn(process, data)).toList();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(folder);
        } catch (IOException | SecurityException notOurs) {
            return false;
        }
    }

    private void finish(List<String> command, int seconds) throws IOException {
        PrivateFiles.createFile(log);
        Process process = quiet(command).start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s took more than %d s".formatted(nameOf(command), seconds));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw CommandFailure.notThere("Interrupted while PostgreSQL was at work.");
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s ended with %d: %s".formatted(nameOf(command), process.exitValue(), lastLine()));
        }
    }

    private static String nameOf(List<String> command) {
        return command.stream()
                .filter(part -> part.contains("/bin/"))
                .findFirst()
                .map(part -> part.substring(part.lastIndexOf('/') + 1))
                .orElse("PostgreSQL");
    }

    private ProcessBuilder quiet(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** @return the last line that PostgreSQL wrote, for a message */
    String lastLine() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("nothing in " + log);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return "see " + log;
        }
    }
}
