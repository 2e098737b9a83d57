package org.jeongmun.web.desk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Which agent did what for a caller. Written before anything is done, and again when it is; never who called. */
@ApplicationScoped
public class AssistedLog {
    private static final String ADD = "INSERT INTO assisted_booking (agent, did, outcome, code) VALUES (?, ?, ?, ?)";

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource source;

    /** Made by the container. */
    public AssistedLog() {}

    /**
     * Writes a row.
     *
     * @param form whose agent does what its step says
     * @param outcome a reason code
     * @param code of the reservation, if there is one
     */
    void write(AssistedForm form, String outcome, Optional<String> code) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, form.agent());
            statement.setString(2, form.step().name());
            statement.setString(3, outcome);
            statement.setString(4, code.orElse(null));
            statement.executeUpdate();
        }
    }
}
