package org.jeongmun.benchmark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Lines over one axis each way, as a picture that any browser shows. */
public final class Plot {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int MARGIN = 56;
    private static final int TICKS = 5;
    private static final List<String> COLOURS = List.of("#1b5e9b", "#c0392b", "#1e8449", "#7d3c98");

    private final String title;
    private final String across;
    private final String up;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, double[] x, double[] y) {}

    /** @param across what the horizontal axis counts @param up what the vertical one counts */
    public Plot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Adds a line through these points. */
    public Plot line(String name, List<double[]> points) {
        lines.add(new Line(
                name,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray()));
        return this;
    }

    String title() {
        return title;
    }

    String svg() {
        double left = Math.min(
                0,
                lines.stream()
                        .flatMapToDouble(line -> Arrays.stream(line.x()))
                        .min()
                        .orElse(0));
        double right = most(Line::x);
        double top = most(Line::y);
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">\n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, WIDTH / 2.0, 18, "middle", title);
        text(svg, WIDTH / 2.0, HEIGHT - 8, "middle", across);
        text(svg, MARGIN, 34, "start", up);
        for (int tick = 0; tick <= TICKS; tick++) {
            double at = left + (right - left) * tick / TICKS;
            text(svg, x(at, left, right), HEIGHT - MARGIN + 16, "middle", number(at));
            double y = y(top * tick / TICKS, top);
            text(svg, MARGIN - 6, y + 4, "end", number(top * tick / TICKS));
            svg.append(
                    String.format(Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>\n", MARGIN, y, WIDTH - 20));
        }
        for (int at = 0; at < lines.size(); at++) {
            draw(svg, lines.get(at), COLOURS.get(at % COLOURS.size()), at, left, right, top);
        }
        return svg.append("</svg>\n").toString();
    }

    /* An axis has a length even where everything is nought. */
    private double most(Function<Line, double[]> along) {
        double most = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(along.apply(line)))
                .max()
                .orElse(1);
        return most > 0 ? most : 1;
    }

    private static void draw(
            StringBuilder svg, Line line, String colour, int at, double left, double right, double top) {
        StringBuilder points = new StringBuilder();
        for (int point = 0; point < line.x().length; point++) {
            points.append(
                    String.format(Locale.ROOT, "%.1f,%.1f ", x(line.x()[point], left, right), y(line.y()[point], top)));
        }
        svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n"
                .formatted(colour, points.toString().strip()));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>\n"
                .formatted(MARGIN + 12, 44 + at * 16, colour));
        text(svg, MARGIN + 28, 53 + at * 16, "start", line.name());
    }

    private static double x(double value, double left, double right) {
        return MARGIN + (WIDTH - 20 - MARGIN) * (value - left) / (right - left);
    }

    private static double y(double value, double most) {
        return HEIGHT - MARGIN - (HEIGHT - MARGIN - 40) * value / most;
    }

    private static String number(double value) {
        return Math.abs(value) >= 10 || value == 0
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
    }
}
