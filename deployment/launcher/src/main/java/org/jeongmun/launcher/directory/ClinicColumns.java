package org.jeongmun.launcher.directory;

import java.util.List;
import java.util.regex.Pattern;
import org.jeongmun.clinic.ClinicId;

/** The columns of clinics.csv. */
final class ClinicColumns implements Columns<ClinicRow> {
    private static final List<String> HEADER =
            List.of("clinic_id", "name", "sido", "sigungu", "address", "phone", "latitude", "longitude");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()-]{2,29}");
    private static final String SEJONG = "세종";

    @Override
    public List<String> header() {
        return HEADER;
    }

    @Override
    public ClinicRow read(Cells cells) {
        ClinicRow clinic = new ClinicRow(
                id(cells, 0),
                cells.text(1, 100),
                cells.text(2, 20),
                cells.optionalText(3, 40),
                cells.text(4, 200),
                cells.text(5, PHONE, "must be 3 to 30 digits, blanks and hyphens"),
                cells.decimal(6, -90, 90),
                cells.decimal(7, -180, 180));
        boolean sejong = clinic.sido().startsWith(SEJONG);
        if (clinic.sigungu().isEmpty() && !sejong) {
            cells.refuse(3, "is empty, and only Sejong has none");
        }
        if (!clinic.sigungu().isEmpty() && sejong) {
            cells.refuse(3, "must be empty, as Sejong has none");
        }
        return clinic;
    }

    /** @return the id of a clinic */
    static String id(Cells cells, int column) {
        String id = cells.raw(column);
        if (!ClinicId.isWellFormed(id)) {
            cells.refuse(column, "must be 1 to 64 letters a-z, digits, dots, underscores and hyphens");
        }
        return id;
    }
}
