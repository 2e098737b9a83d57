package org.jeongmun.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One page of results, written as it grows: what was measured before a failure is there. */
public final class Report {
    private final Path folder;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Goal.Measured> goals = new ArrayList<>();
    private final List<String> rawFigures = new ArrayList<>();

    /** Makes the folder, if need be. */
    public Report(Path folder, String name) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = name;
    }

    /** Adds a heading. */
    public Report heading(String heading) throws IOException {
        return line("").line("## " + heading).line("");
    }

    /** Adds a line of Markdown. */
    public Report line(String line) throws IOException {
        text.append(line).append('\n');
        Files.writeString(folder.resolve(name + ".md"), text);
        return this;
    }

    /** Adds names and what they stand for, as a list. */
    public Report facts(Map<String, String> facts) throws IOException {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            line("- " + fact.getKey() + ": " + fact.getValue());
        }
        return this;
    }

    /** Keeps raw figures as a file beside the page, for a table that is too long to be read. */
    public Report figures(String file, Table table) throws IOException {
        String figures = name + "-" + file + ".csv";
        Files.writeString(folder.resolve(figures), table.csv());
        return line("Figures: [" + figures + "](" + figures + ")");
    }

    /** Adds a table, and keeps it as a file of raw figures too. */
    public Report table(String file, Table table) throws IOException {
        String raw = name + "-" + file + ".csv";
        Files.writeString(folder.resolve(raw), table.csv());
        rawFigures.add(raw);
        return line(table.markdown());
    }

    /** Adds the figure that was measured towards a goal, which the index of the whole run shows beside its bounds. */
    public Report goal(Goal goal, double figure) throws IOException {
        return goal(goal, "", figure);
    }

    /** The same, where a goal has several. @param of under which circumstances, such as {@code 64 connections} */
    public Report goal(Goal goal, String of, double figure) throws IOException {
        Goal.Measured measured = new Goal.Measured(goal, of, figure);
        goals.add(measured);
        return line("").line(measured.line()).line("");
    }

    /** Adds a picture. */
    public Report plot(String file, Plot plot) throws IOException {
        String picture = name + "-" + file + ".svg";
        Files.writeString(folder.resolve(picture), plot.svg());
        return line("![" + plot.title() + "](" + picture + ")").line("");
    }

    /** Throws everything away but this: a broken promise is all that there is to say. */
    public void onlyThis(String line) throws IOException {
        text.setLength(0);
        goals.clear();
        line(line);
    }

    /** @return the name of what was run */
    String name() {
        return name;
    }

    /** @return the whole of it, in Markdown */
    String markdown() {
        return text.toString();
    }

    /** @return what was measured towards goals, in the order in which it was */
    List<Goal.Measured> goals() {
        return List.copyOf(goals);
    }

    /** @return the files with the raw figures, beside this page */
    List<String> rawFigures() {
        return List.copyOf(rawFigures);
    }
}
