package org.jeongmun.launcher.serving;

import java.sql.Connection;
import java.sql.SQLException;
import org.jeongmun.launcher.CommandFailure;
import org.jeongmun.launcher.Progress;
import org.jeongmun.launcher.database.DatabaseSession;
import org.jeongmun.launcher.demo.DemoClock;
import org.jeongmun.launcher.story.StoryOfJuly;

/** What a run has to do with the story and the clock of its demo. */
final class Demo {
    private final RunSettings run;
    private final Progress progress;
    private final StoryOfJuly story = new StoryOfJuly();

    Demo(RunSettings run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    /** A first run that was cut off before the clock started may be repeated as it was typed. */
    void refuseAnotherClock(DatabaseSession database) {
        if (run.demoClock().isEmpty()) {
            return;
        }
        try (Connection owner = database.owner()) {
            DemoClock clock = new DemoClock(owner);
            if (!clock.isRunning() && clock.startsAt(run.demoClock().get())) {
                return;
            }
        } catch (SQLException failed) {
            throw CommandFailure.notThere("The database failed: " + failed.getMessage(), failed);
        }
        throw CommandFailure.wrongUsage("--demo-clock: this demo has its clock already; leave it out, or use a new"
                + " folder (--data) or a new database.");
    }

    /** Before the clock runs the story, or the campaign in its place; afterwards the campaign alone. */
    void tellStory(DatabaseSession database) throws SQLException {
        try (Connection owner = database.owner()) {
            if (!new DemoClock(owner).isRunning()) {
                story.tell(owner, run.campaign(), progress);
            } else if (run.campaign().isPresent()) {
                story.replaceCampaign(owner, run.campaign().get(), progress);
            }
        }
    }

    /** Starts the clock, unless it runs. */
    void startClock(DatabaseSession database) {
        try (Connection owner = database.owner()) {
            new DemoClock(owner).start();
        } catch (SQLException failed) {
            throw CommandFailure.notThere("The demo's clock could not be started: " + failed.getMessage(), failed);
        }
    }

    /**
     * Asks the database, which keeps another campaign or clock than the story's over runs that name neither.
     *
     * @return whether it has the story's own
     */
    boolean isTheStory(DatabaseSession database) {
        try (Connection owner = database.owner()) {
            return new DemoClock(owner).startsAt(DemoClock.STORY_STARTS_AT) && story.isInForce(owner);
        } catch (SQLException away) {
            // No reason to end a portal that serves: it says less.
            return false;
        }
    }
}
