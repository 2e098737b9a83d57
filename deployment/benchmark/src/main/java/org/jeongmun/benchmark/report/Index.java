package org.jeongmun.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The first page of a run: the machine, each goal beside what was measured, and what became of each drill. It is
 * written anew after each, so that it is there however the run ends: {@code report.md}, and {@code report.html} with
 * all pages.
 */
public final class Index {
    private static final String TITLE = "What the portal does on this machine";

    private final Path folder;
    private final Map<String, String> facts;
    private final List<Part> parts = new ArrayList<>();

    private record Part(Report page, String title, String outcome, Duration took) {}

    /** @param facts of the machine and the run, by their names */
    public Index(Path folder, Map<String, String> facts) {
        this.folder = folder;
        this.facts = new LinkedHashMap<>(facts);
    }

    /** Adds a drill that has ended. @param outcome {@code done}, or why there is no more to it */
    public void add(Report page, String title, String outcome, Duration took) throws IOException {
        parts.add(new Part(page, title, outcome, took));
        String markdown = markdown();
        Files.writeString(folder.resolve("report.md"), markdown);
        List<String> pages = new ArrayList<>(List.of(markdown));
        parts.forEach(part -> pages.add(part.page().markdown()));
        Files.writeString(folder.resolve("report.html"), new WebPage(folder).of(TITLE, pages));
    }

    private String markdown() {
        String known = facts.entrySet().stream()
                .map(fact -> "- " + fact.getKey() + ": " + fact.getValue() + "\n")
                .collect(Collectors.joining());
        return "# " + TITLE + "\n\n" + known + "\n## Goals\n\n" + goals().markdown() + "\n## Drills\n\n"
                + drills().markdown();
    }

    private Table goals() {
        Table table = new Table("#", "goal", "where", "measured", "floor", "", "aim", "", "by");
        for (Goal goal : Goal.values()) {
            boolean measured = false;
            for (Part part : parts) {
                for (Goal.Measured each : part.page().goals()) {
                    if (each.goal() == goal) {
                        measured = true;
                        row(table, each, part.page().name());
                    }
                }
            }
            if (!measured) {
                table.row(goal.number(), goal.what(), "", "not in this run", goal.floor(), "", goal.aim(), "", "");
            }
        }
        return table;
    }

    private static void row(Table table, Goal.Measured measured, String drill) {
        Goal goal = measured.goal();
        table.row(
                goal.number(),
                goal.what(),
                measured.of(),
                "**" + Table.text(measured.figure()) + "**",
                goal.floor(),
                Goal.Measured.mark(goal.isFloorMetBy(measured.figure())),
                goal.aim(),
                Goal.Measured.mark(goal.isAimMetBy(measured.figure())),
                link(drill, drill + ".md"));
    }

    private Table drills() {
        Table table = new Table("drill", "measures", "outcome", "seconds", "raw figures");
        for (Part part : parts) {
            table.row(
                    link(part.page().name(), part.page().name() + ".md"),
                    part.title(),
                    part.outcome().replaceAll("\\s+", " ").replace("|", "/"),
                    part.took().toMillis() / 1_000.0,
                    part.page().rawFigures().stream()
                            .map(file -> link(file, file))
                            .collect(Collectors.joining(" ")));
        }
        return table;
    }

    private static String link(String text, String file) {
        return "[" + text + "](" + file + ")";
    }
}
