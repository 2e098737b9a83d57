package org.jeongmun.benchmark.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jeongmun.benchmark.machine.Scratch;

/**
 * A PostgreSQL with nothing in front of it: the portal's programs and settings, on a folder of its own, on loopback.
 */
public final class BarePostgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(20);

    private final PostgresPrograms programs;
    private final Path folder;
    private final String password = UUID.randomUUID().toString();
    private final int port;
    private final Thread stopAtExit = new Thread(this::stop, "bare-postgresql-stop");
    private volatile Process process;

    private BarePostgres(PostgresPrograms programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Creates one, starts it and waits until it answers. */
    public static BarePostgres start(PostgresPrograms programs) throws IOException {
        BarePostgres database = new BarePostgres(programs, Scratch.folder("bare-postgresql"), Scratch.freePort());
        Runtime.getRuntime().addShutdownHook(database.stopAtExit);
        try {
            database.initialize();
            database.launch();
            return database;
        } catch (IOException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private void initialize() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password + "\n");
        List<String> command = programs.command("initdb");
        command.addAll(List.of("-D", data(), "-U", SUPERUSER, "--auth=scram-sha-256", "--pwfile=" + secret));
        command.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
        command.addAll(List.of("--builtin-locale=C.UTF-8", "--data-checksums"));
        Process running = started(command);
        running.onExit().join();
        if (running.exitValue() != 0) {
            throw new IOException("initdb failed:\n" + Files.readString(log()));
        }
    }

    private void launch() throws IOException {
        List<String> command = programs.command("postgres");
        command.addAll(List.of("-D", data(), "-c", "port=" + port));
        programs.settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        process = started(command);
        if (!Scratch.await(READY_WITHIN, process, this::answers)) {
            throw new IOException("The bare PostgreSQL did not start:\n" + Files.readString(log()));
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Process started(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** Connects as who may do everything. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), SUPERUSER, password);
    }

    /** Runs statements that are constants of a drill. */
    public void prepare(String statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** Tells a client of PostgreSQL where this is, as such clients are told. */
    void tell(ProcessBuilder client) {
        client.environment().put("PGHOST", "127.0.0.1");
        client.environment().put("PGPORT", Integer.toString(port));
        client.environment().put("PGUSER", SUPERUSER);
        client.environment().put("PGDATABASE", "postgres");
        client.environment().put("PGPASSWORD", password);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Path log() {
        return folder.resolve("postgresql.log");
    }

    @Override
    public void close() {
        Scratch.notAtExit(stopAtExit);
        stop();
    }

    private synchronized void stop() {
        if (process != null) {
            Scratch.end(process, ENDED_WITHIN);
        }
        Scratch.delete(folder);
    }
}
