package org.jeongmun.launcher.roster;

import java.time.LocalDate;

/** A person as a line of the file names them; never printed. */
record RosterRow(String name, LocalDate birthDate, String phone) {
    /** @return a placeholder: nobody's name reaches a log by accident */
    @Override
    public String toString() {
        return "RosterRow";
    }
}
