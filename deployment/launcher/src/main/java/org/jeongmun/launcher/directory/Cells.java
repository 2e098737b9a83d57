package org.jeongmun.launcher.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The fields of one row, read by what they must be. A fault names the column and the rule, never the text: nobody knows
 * what a wrong file has in it. Fields are numbered from 0.
 */
public final class Cells {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,15})?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final char NOT_UTF_8 = '\uFFFD';

    private final List<String> header;
    private final List<String> fields;
    private final List<String> faults = new ArrayList<>();

    /** @param fields as many as the header has */
    Cells(List<String> header, List<String> fields) {
        this.header = header;
        this.fields = fields;
    }

    /** @return the field as it is, but for blanks around it */
    public String raw(int column) {
        return fields.get(column).strip();
    }

    /** @return a text that is not empty; white space and line breaks within it have become single blanks */
    String text(int column, int longest) {
        String text = optionalText(column, longest);
        if (text.isEmpty()) {
            refuse(column, "is empty");
        }
        return text;
    }

    /** @return like {@link #text}, or empty */
    String optionalText(int column, int longest) {
        String text = raw(column);
        if (!isPlain(text)) {
            // One spelling for one word, or a search for it finds half of them.
            text = Normalizer.normalize(WHITE_SPACE.matcher(text).replaceAll(" "), Normalizer.Form.NFC);
            if (text.indexOf(NOT_UTF_8) >= 0) {
                refuse(column, "is not UTF-8");
            } else if (text.codePoints().anyMatch(Cells::isUnprintable)) {
                refuse(column, "has control characters");
            }
        }
        if (text.length() > longest) {
            refuse(column, "is longer than %d characters".formatted(longest));
        }
        return text;
    }

    /** @return a text of the form */
    String text(int column, Pattern form, String rule) {
        String text = raw(column);
        if (!form.matcher(text).matches()) {
            refuse(column, rule);
        }
        return text;
    }

    /** @return a number such as 37.5665, within the bounds */
    double decimal(int column, double least, double most) {
        String text = raw(column);
        if (DECIMAL.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        refuse(column, "must be a number from %.0f to %.0f, such as 37.5665".formatted(least, most));
        return least;
    }

    /** @return a whole number within the bounds */
    int whole(int column, int least, int most) {
        String text = raw(column);
        if (WHOLE.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        refuse(column, "must be a whole number from %d to %d".formatted(least, most));
        return least;
    }

    /** Tells of a fault, such as "is empty". */
    public void refuse(int column, String fault) {
        faults.add(header.get(column) + " " + fault);
    }

    /** @return what is wrong with the row, in the order in which it was found */
    List<String> faults() {
        return faults;
    }

    /** Most texts need no more work than this. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            boolean plain = (character >= '!' && character <= '~')
                    || (character >= '가' && character <= '힣')
                    || (character == ' ' && text.charAt(index - 1) != ' ');
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
