package org.jeongmun.launcher.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.ExitCode;
import org.jeongmun.waitingroom.Draw;
import org.jeongmun.waitingroom.DrawSeed;
import org.jeongmun.waitingroom.PublicValue;
import org.jeongmun.waitingroom.PublishedDraw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The check of a line")
class LineCheckTest {
    private static final Instant OPENED = Instant.parse("2021-07-14T11:00:00Z");
    private static final DrawSeed SEED = DrawSeed.of(new byte[32]);
    private static final PublicValue VALUE = new PublicValue("the lottery, draw 971", OPENED, Optional.of("3 14 15"));
    private static final PublishedDraw DRAW =
            new PublishedDraw(SEED.commitment(), Optional.of(SEED), 8, Optional.of(VALUE));
    private static final Draw DRAWN = DRAW.drawn().orElseThrow();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeARecord() {
        file = folder.resolve("w1.csv");
        try (LineFileWriter writer = new LineFileWriter(file)) {
            tell(writer);
        }
    }

    /** Ten numbers, eight of them drawn; six places are called, and whoever has the third takes a place at a clinic. */
    private static void tell(LineRecord told) {
        told.line(new LineRecord.Line("w1", 10, 6, 2, Optional.of(DRAW)));
        told.call(2, OPENED.plusSeconds(1));
        told.call(6, OPENED.plusSeconds(2));
        for (long number = 1; number <= 10; number++) {
            Optional<Instant> took = DRAWN.placeOf(number) == 3 ? Optional.of(OPENED.plusSeconds(2)) : Optional.empty();
            told.ticket(number, OptionalLong.empty(), took);
        }
        told.withoutNumber(0);
    }

    @Test
    void passesWhatIsAsItShouldBeFromTheTablesAndFromAFile() {
        LineCheck check = new LineCheck();
        tell(check);
        List<String> report = List.of(
                "Window w1: 10 numbers, 8 of them drawn with the committed seed and \"3 14 15\" of the lottery, draw 971,"
                        + " the first 2 of them called at once.",
                "  2 calls up to place 6, none backwards; places were taken on 1 numbers, on none before its turn.");
        assertEquals(report, check.report());

        LineCheck fromFile = new LineCheck();
        new LineFile(file).tell(fromFile);
        assertEquals(report, fromFile.report());
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            ,0000000000        | ,1000000000               | its seed is not the one that was committed to
            3 14 15            | 3 14 16                   | is given place
            call,2,            | call,7,                   | the call of place 6 goes backwards
            11:00:01Z          | 11:00:09Z                 | the call of place 6 goes backwards
            ticket,4,          | ticket,5,                 | number 4 is missing or there twice
            line,w1,10,        | line,w1,11,               | 11 numbers were given and 10 are there
            line,w1,10,6       | line,w1,10,5              | the last call does not fit
            call,6,2021-07-14T11:00:02Z | call,6,2021-07-14T11:00:03Z | took a place before its turn was called
            withoutNumber,0    |                           | its record has no end
            withoutNumber,0    | withoutNumber,3           | 3 people took a place and were not in line
            ,3 14 15,2         | ,3 14 15,9                | more places are called at once than were drawn
            """)
    void namesTheFirstThingThatIsNot(String was, String becomes, String claim) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(was, becomes == null ? "" : becomes));

        CommandFailure failure = assertThrows(CommandFailure.class, () -> {
            LineCheck check = new LineCheck();
            new LineFile(file).tell(check);
            check.report();
        });
        assertEquals(ExitCode.CHECK_FAILED, failure.exitCode(), failure.getMessage());
        assertEquals(true, failure.getMessage().contains(claim), failure.getMessage());
    }

    /** The third place is among those that the draw itself called. */
    @Test
    void letsThoseWhomTheDrawHasCalledTakeAPlaceBeforeTheRateComesToThem() throws IOException {
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(",3 14 15,2", ",3 14 15,3")
                        .replace("call,6,2021-07-14T11:00:02Z", "call,6,2021-07-14T11:00:03Z"));
        LineCheck check = new LineCheck();
        new LineFile(file).tell(check);

        assertEquals(true, check.report().get(1).endsWith("on none before its turn."));
    }

    @ParameterizedTest(name = "which {1}")
    @CsvSource({
        "'',is empty",
        "'call,1,x\n','line 1'",
        "'line,w1\n','line 1'",
        "'line,w,1,0,,,,,,,0\nticket,x,1,\n','line 2'"
    })
    void namesTheLineOfAFileThatIsNone(String content, String says) throws IOException {
        Files.writeString(file, content);

        CommandFailure failure = assertThrows(CommandFailure.class, () -> new LineFile(file).tell(new LineCheck()));
        assertEquals(ExitCode.WRONG_USAGE, failure.exitCode());
        assertEquals(true, failure.getMessage().contains(says), failure.getMessage());
    }
}
