package org.jeongmun.waitingroom;

import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.WindowId;

/**
 * What this node knows of all lines at this moment. Reading takes no lock and touches no database; safe for many
 * threads.
 */
public interface Lines {
    /** @return empty where the campaign has no waiting room, and while this node has not heard of the line */
    Optional<Line> line(WindowId window);

    /** @return all lines of the campaign in force */
    List<Line> all();

    /** @return whether what is known is too old to be true: the database does not answer, and the line stands */
    boolean isFrozen();

    /** @return whether people wait for their turn at all; nobody can tell while nothing is known, and then they do */
    default boolean hasAny() {
        return !all().isEmpty() || isFrozen();
    }
}
