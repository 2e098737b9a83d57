package org.jeongmun.launcher.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jeongmun.identity.Typed;
import org.jeongmun.launcher.directory.Cells;
import org.jeongmun.launcher.directory.Columns;

/** The columns of a roster. They are read as what people type at the check-in, so that both come to the same person. */
final class RosterColumns implements Columns<RosterRow> {
    private static final List<String> HEADER = List.of("name", "birth_date", "phone");

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
        Optional<LocalDate> birthDate = Typed.birthDate(cells.raw(1), LocalDate.MAX);
        if (birthDate.isEmpty()) {
            cells.refuse(1, "must be a day such as 1964-03-15 or 19640315, not before 1880");
        }
        Optional<String> phone = Typed.phone(cells.raw(2));
        if (phone.isEmpty()) {
            cells.refuse(2, "must be a phone number of Korea, such as 010-1234-5678");
        }
        return new RosterRow(name.orElse(""), birthDate.orElse(Typed.EARLIEST_BIRTH), phone.orElse(""));
    }
}
