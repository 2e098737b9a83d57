package org.jeongmun.launcher.directory;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.Tables;

/** Takes clinics into the directory; those that it has and the rows do not name are left alone. */
final class ClinicIntake implements Intake<ClinicRow> {
    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_clinic (
              line bigint, id text, name text, sido text, sigungu text, address text, phone text,
              latitude double precision, longitude double precision
            ) ON COMMIT DROP""";
    private static final String COPY =
            "COPY staged_clinic (line, id, name, sido, sigungu, address, phone, latitude, longitude) FROM STDIN";
    private static final String REFUSED = """
            WITH again AS (SELECT id, min(line) AS first_line FROM staged_clinic GROUP BY id HAVING count(*) > 1)
            SELECT s.line, format('clinic_id is that of line %s, and each may be there once', first_line)
            FROM staged_clinic s JOIN again a USING (id) WHERE s.line > a.first_line ORDER BY s.line""";
    private static final String ADD = """
            INSERT INTO clinic (id, name, sido, sigungu, address, phone, latitude, longitude)
            SELECT id, name, sido, sigungu, address, phone, latitude, longitude
            FROM staged_clinic s WHERE NOT EXISTS (SELECT FROM clinic c WHERE c.id = s.id) ORDER BY id""";
    private static final String CHANGE = """
            UPDATE clinic c
            SET name = s.name, sido = s.sido, sigungu = s.sigungu, address = s.address, phone = s.phone,
                latitude = s.latitude, longitude = s.longitude
            FROM staged_clinic s
            WHERE c.id = s.id
              AND (c.name, c.sido, c.sigungu, c.address, c.phone, c.latitude, c.longitude) IS DISTINCT FROM
                  (s.name, s.sido, s.sigungu, s.address, s.phone, s.latitude, s.longitude)""";

    private final Tables tables;
    private final CopyRows copy;
    private long rows;

    /** @param connection of the owning role, in a transaction, taken until {@link #endOfRows} */
    ClinicIntake(Connection connection) throws SQLException {
        tables = new Tables(connection);
        tables.execute(STAGE);
        copy = new CopyRows(connection, COPY);
    }

    @Override
    public void add(long line, ClinicRow clinic) throws SQLException {
        copy.field(line)
                .field(clinic.id())
                .field(clinic.name())
                .field(clinic.sido())
                .field(clinic.sigungu())
                .field(clinic.address())
                .field(clinic.phone())
                .field(clinic.latitude())
                .field(clinic.longitude())
                .endRow();
        rows++;
    }

    @Override
    public void endOfRows() throws SQLException {
        copy.end();
        tables.execute("ANALYZE staged_clinic");
    }

    @Override
    public void check(Faults faults) throws SQLException {
        tables.forEach(REFUSED, row -> faults.add(row.getLong(1), row.getString(2)));
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }

    @Override
    public Changes store(Progress progress) throws SQLException {
        // First what differs: what is added afterwards would be compared in vain.
        long changed = tables.write(CHANGE);
        long added = tables.write(ADD);
        return new Changes(added, changed, rows - added - changed);
    }
}
