package org.jeongmun.launcher.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jeongmun.launcher.Progress;

/**
 * What a new demo database is filled with: the campaign, the clinics and their slots. Found with {@link
 * java.util.ServiceLoader}. It is told before the demo's clock starts; a first run that was cut off tells it again, so
 * telling it twice leaves the same as telling it once.
 */
public interface DemoStory {
    /**
     * Fills the database.
     *
     * @param owner a connection that has put on the owning role, committing each statement by itself
     * @param campaign the campaign file that replaces the story's own, if one was given
     * @throws org.jeongmun.launcher.CommandFailure when the campaign file is refused
     */
    void tell(Connection owner, Optional<Path> campaign, Progress progress) throws SQLException;

    /**
     * Puts another campaign in the place of the one in force, once the clock runs, by the rules of {@code campaign
     * apply}. The clinics stay. A file that says what one said that was in force before is no change.
     *
     * @param owner a connection that has put on the owning role, committing each statement by itself
     * @throws org.jeongmun.launcher.CommandFailure when the campaign file is refused, or those rules do not allow it
     */
    void replaceCampaign(Connection owner, Path campaign, Progress progress) throws SQLException;

    /**
     * Looks at the campaign in force.
     *
     * @param owner a connection that has put on the owning role
     * @return whether it is the story's own, with every window as it is told there
     */
    boolean isInForce(Connection owner) throws SQLException;
}
