package org.jeongmun.launcher.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.identity.Typed;
import org.jeongmun.launcher.directory.Cells;
import org.jeongmun.launcher.directory.Columns;

/** The columns of a roster. They are read as what people type is read, so that both come to the same person. */
final class RosterColumns implements Columns<RosterRow> {
    private static final List<String> HEADER = List.of("name", "birth_date", "phone");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public RosterRow read(Cells cells) {
        Optional<String> name = Typed.name(cells.raw(0));
        if (name.isEmpty()) {
            cells.refuse(0, "must be a name of at most 60 letters");
        }
        Optional<LocalDate> birthDate = date(cells.raw(1)).filter(date -> !date.isBefore(EARLIEST));
        if (birthDate.isEmpty()) {
            cells.refuse(1, "must be a day such as 1964-03-15 or 19640315, not before 1880");
        }
        Optional<String> phone = Typed.phone(cells.raw(2));
        if (phone.isEmpty()) {
            cells.refuse(2, "must be a phone number of Korea, such as 010-1234-5678");
        }
        return new RosterRow(name.orElse(""), birthDate.orElse(EARLIEST), phone.orElse(""));
    }

    /** With hyphens, or as it is typed at the check-in. */
    private static Optional<LocalDate> date(String text) {
        Matcher digits = EIGHT_DIGITS.matcher(text);
        String written = digits.matches() ? digits.replaceFirst("$1-$2-$3") : text;
        if (!DATE.matcher(written).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
