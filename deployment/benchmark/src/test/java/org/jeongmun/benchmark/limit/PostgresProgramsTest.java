package org.jeongmun.benchmark.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The programs of a portal's PostgreSQL")
class PostgresProgramsTest {
    @Test
    void areThoseOfItsCommandLineWithAllSettingsButThePort() {
        PostgresPrograms programs = PostgresPrograms.of(List.of(
                "/cache/pgsql/bin/postgres",
                "-D",
                "/data",
                "-c",
                "port=4711",
                "-c",
                "fsync=on",
                "-c",
                "log_line_prefix=%m [%p] "));

        assertEquals(Path.of("/cache/pgsql/bin"), programs.folder());
        assertEquals(List.of("fsync=on", "log_line_prefix=%m [%p] "), programs.settings());
    }
}
