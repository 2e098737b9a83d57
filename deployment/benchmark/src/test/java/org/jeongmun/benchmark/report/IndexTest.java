package org.jeongmun.benchmark.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The index of a run")
class IndexTest {
    @TempDir
    private Path folder;

    private String markdown;
    private String web;

    @BeforeEach
    void run() throws IOException {
        Index index = new Index(folder, Map.of("cores", "2"));
        Report broken = new Report(folder, "flip");
        broken.goal(Goal.OPENING, 12);
        broken.onlyThis("A promise was broken: <b>1</b> early.");
        index.add(broken, "The opening", "A promise was broken: <b>1</b> | early.", Duration.ofSeconds(3));
        Report good = new Report(folder, "journeys");
        good.line("# Journeys").line("").goal(Goal.JOURNEYS, 150);
        good.table("rates", new Table("offered").row(150.0));
        good.plot("time", new Plot("Time", "offered", "ms").line("median", List.of(new double[] {1, 2})));
        index.add(good, "Journeys", "done", Duration.ofSeconds(40));
        markdown = Files.readString(folder.resolve("report.md"));
        web = Files.readString(folder.resolve("report.html"));
    }

    @Test
    void showsEachGoalBesideItsBoundsMeasuredOrNot() {
        assertTrue(
                markdown.contains(
                        "| 6 | whole journeys a second |  | **150** | 100 | met | 556 | **not met** | [journeys]"),
                markdown);
        assertTrue(
                markdown.contains(
                        "| 3 | tickets a second, of nginx with a file sent by the kernel |  | not in this run |"),
                markdown);
    }

    @Test
    void tellsOfADrillThatFailedAndHidesNoneForIt() {
        assertTrue(markdown.contains("| A promise was broken: <b>1</b> / early. |"), markdown);
        assertTrue(markdown.contains("| [journeys](journeys.md) | Journeys | done |"), markdown);
        assertTrue(
                markdown.contains("| 10 | ms p99 across the opening, 1,000 connections |  | not in this run |"),
                markdown);
    }

    @Test
    void isOneFileForABrowserWithThePicturesInIt() {
        assertTrue(web.contains("<svg xmlns="), web);
        assertFalse(web.contains("<img"), web);
        assertTrue(web.contains("<td>done</td>"), web);
        assertTrue(web.contains("<a href=\"journeys-rates.csv\">"), web);
        assertFalse(web.contains("<b>"), "what a drill says is no mark-up");
    }
}
