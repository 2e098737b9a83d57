package org.jeongmun.acceptance.announced;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each person was to be told at each moment, from a table typed off the announcements. It shares no class and no
 * arithmetic with the portal: moments of Korean time are texts that are compared as texts, birth dates are three
 * numbers.
 */
final class Oracle {
    /** When each file was put in force. */
    private static final String[] VERSIONS = {
        "2021-07-09T10:00:00",
        "2021-07-14T10:00:00",
        "2021-07-14T10:10:00",
        "2021-07-20T02:00:00",
        "2021-07-30T16:00:00"
    };

    private static final List<Row> ROWS = rows();

    private Oracle() {}

    /** A window: in which versions, from when to before when, for whom; {@code digit} -1 = for any day of birth. */
    private record Row(
            String id, String versions, String opens, String closes, int firstYear, int lastYear, int digit) {
        boolean isIn(int version) {
            return versions.indexOf('0' + version) >= 0;
        }

        boolean isFor(int year, int day) {
            return year >= firstYear && year <= lastYear && (digit < 0 || day - day / 10 * 10 == digit);
        }

        boolean isOpenAt(String moment) {
            return opens.compareTo(moment) <= 0 && moment.compareTo(closes) < 0;
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("w0712", "1", "2021-07-12T00:00:00", "2021-07-12T15:30:00", 1962, 1966, -1));
        rows.add(new Row("w0714", "234", "2021-07-14T20:00:00", "2021-07-24T18:00:00", 1962, 1966, -1));
        rows.add(new Row("w0719", "34", "2021-07-19T20:00:00", "2021-07-20T18:00:00", 1967, 1968, -1));
        rows.add(new Row("w0720", "34", "2021-07-20T20:00:00", "2021-07-21T18:00:00", 1969, 1971, -1));
        rows.add(new Row("w0721", "3", "2021-07-21T20:00:00", "2021-07-24T18:00:00", 1967, 1971, -1));
        rows.add(new Row("w0721-fifties", "4", "2021-07-21T20:00:00", "2021-07-24T18:00:00", 1962, 1971, -1));
        rows.add(turn("2021-08-09", "2021-08-10", 9));
        rows.add(turn("2021-08-10", "2021-08-11", 0));
        rows.add(turn("2021-08-11", "2021-08-12", 1));
        rows.add(turn("2021-08-12", "2021-08-13", 2));
        rows.add(turn("2021-08-13", "2021-08-14", 3));
        rows.add(turn("2021-08-14", "2021-08-15", 4));
        rows.add(turn("2021-08-15", "2021-08-16", 5));
        rows.add(turn("2021-08-16", "2021-08-17", 6));
        rows.add(turn("2021-08-17", "2021-08-18", 7));
        rows.add(turn("2021-08-18", "2021-08-19", 8));
        rows.add(new Row("w0819", "5", "2021-08-19T20:00:00", "2021-08-20T18:00:00", 1972, 1985, -1));
        rows.add(new Row("w0820", "5", "2021-08-20T20:00:00", "2021-08-21T18:00:00", 1986, 2003, -1));
        rows.add(new Row("w0821", "5", "2021-08-21T20:00:00", "2021-09-18T18:00:00", 1972, 2003, -1));
        return rows;
    }

    private static Row turn(String day, String next, int digit) {
        return new Row("rot-" + day, "5", day + "T20:00:00", next + "T18:00:00", 1972, 2003, digit);
    }

    /**
     * The answer to somebody.
     *
     * @param moment Korean time to the second, such as {@code 2021-07-20T02:00:00}
     */
    static String answer(int year, int day, String moment) {
        int version = versionAt(moment);
        List<Row> theirs = ROWS.stream()
                .filter(row -> row.isIn(version) && row.isFor(year, day))
                .toList();
        Optional<Row> open = theirs.stream().filter(row -> row.isOpenAt(moment)).findFirst();
        if (open.isPresent()) {
            return "OPEN " + open.get().id();
        }
        Optional<Row> next =
                theirs.stream().filter(row -> row.opens().compareTo(moment) > 0).findFirst();
        if (next.isPresent()) {
            return "NOT_YET_YOUR_TIME " + next.get().id();
        }
        return theirs.isEmpty() ? "NOT_ELIGIBLE" : "YOUR_TIME_IS_OVER";
    }

    /** @return whether anything at all is open, whoever asks */
    static boolean isOpen(String moment) {
        return !open(moment).isEmpty();
    }

    /** @return the windows that are open, whoever asks */
    static List<String> open(String moment) {
        int version = versionAt(moment);
        return ROWS.stream()
                .filter(row -> row.isIn(version) && row.isOpenAt(moment))
                .map(Row::id)
                .toList();
    }

    /** @return the moments at which a window opens or closes, or a file is put in force */
    static List<String> turningPoints() {
        List<String> moments = new ArrayList<>(List.of(VERSIONS));
        ROWS.forEach(row -> moments.addAll(List.of(row.opens(), row.closes())));
        return moments.stream().distinct().sorted().toList();
    }

    private static int versionAt(String moment) {
        int version = 1;
        while (version < VERSIONS.length && VERSIONS[version].compareTo(moment) <= 0) {
            version++;
        }
        return version;
    }
}
