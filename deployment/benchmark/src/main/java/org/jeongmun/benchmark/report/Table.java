package org.jeongmun.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Figures in columns. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** @param columns their heads */
    public Table(String... columns) {
        rows.add(List.of(columns));
    }

    /** Adds a row; numbers with a fraction are given with as many digits as say something. */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? text(number) : String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** @return a number with as many digits as say something */
    static String text(double number) {
        String format = Math.abs(number) >= 100 ? "%.0f" : Math.abs(number) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, number);
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < rows.size(); at++) {
            text.append("| ").append(String.join(" | ", rows.get(at))).append(" |\n");
            if (at == 0) {
                text.append("|---".repeat(rows.get(0).size())).append("|\n");
            }
        }
        return text.toString();
    }

    String csv() {
        return rows.stream()
                .map(row -> row.stream().map(Table::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
