package org.jeongmun.launcher.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jeongmun.launcher.ProgressInMemory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A line that is told with progress")
class ToldWithProgressTest {
    @Test
    void isToldByTheTenthAndReachesWhoeverIsToldIt() {
        ProgressInMemory human = new ProgressInMemory();
        LineCheck check = new LineCheck();

        human.progress().begin("Checking");
        LineRecord told = new ToldWithProgress(check, human.progress());
        told.line(new LineRecord.Line("w", 1_000, 0, 0, Optional.empty()));
        for (long number = 1; number <= 1_000; number++) {
            told.ticket(number, OptionalLong.empty(), Optional.empty());
        }
        told.withoutNumber(0);

        assertEquals("Window w: 1,000 numbers, by arrival.", check.report().get(0));
        List<String> tenths = Stream.concat(
                        Stream.of("Checking …"), IntStream.range(1, 10).mapToObj(tenth -> "Checking: " + tenth + "0 %"))
                .toList();
        assertEquals(tenths, human.lines());
    }
}
