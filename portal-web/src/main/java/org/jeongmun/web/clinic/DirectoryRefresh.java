package org.jeongmun.web.clinic;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jeongmun.lock.reading.ConnectionSource;
import org.jeongmun.lock.reading.OwnSession;
import org.jeongmun.lock.reading.Poll;
import org.jeongmun.web.config.SeenTransactions;

/**
 * The one thread that keeps the directory up to date. A new import is loaded beside it, over another connection, so
 * that the old picture stays fresh meanwhile. It outlives every failure: a silent or broken database only lets the
 * picture grow old, and an old picture tells nothing.
 */
public final class DirectoryRefresh {
    private static final Logger LOG = System.getLogger(DirectoryRefresh.class.getName());
    /** With the second for which a cache may keep an answer, what is told is well below two seconds old. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long PAUSE_WITHOUT_CLOCK = TimeUnit.MILLISECONDS.toNanos(100);
    /** A whole directory is two million rows: a database that is in trouble is not asked for them again and again. */
    private static final long PAUSE_AFTER_FAILED_LOADING = TimeUnit.SECONDS.toNanos(5);
    /** In so many rounds every slot is read again. */
    private static final long ROUNDS = 240;

    /** After so long a silence all is loaded again, if what has changed since is too much for one look. */
    private static final long LONG_SILENCE = TimeUnit.SECONDS.toNanos(30);

    /** The database gave a statement up. */
    private static final String TOOK_TOO_LONG = "57014";

    private final SnapshotDirectory directory;
    private final ConnectionSource connections;
    private final OwnSession<DirectoryReader> session;
    private final Poll poll;

    private Snapshot snapshot;
    private SeenTransactions seen = SeenTransactions.NONE;
    private boolean isBehind;
    private long caughtUpAt;
    private long nextSlot;
    private CompletableFuture<Snapshot> loading;
    private volatile long loadAgainAt = System.nanoTime();

    /** Keeps {@code directory} up to date once it is started, or with each {@link #askOnce()}. */
    public DirectoryRefresh(SnapshotDirectory directory, ConnectionSource connections) {
        this.directory = directory;
        this.connections = connections;
        this.session = new OwnSession<>("directory", connections, DirectoryReader::new);
        this.poll = new Poll("portal-directory", () -> askOnce() ? PAUSE : PAUSE_WITHOUT_CLOCK, session::close);
    }

    void start() {
        poll.start();
    }

    void stop() {
        poll.stop();
    }

    /** @return whether the directory shows something, so that the next question can wait */
    public boolean askOnce() {
        return session.ask(this::refresh).orElse(true);
    }

    private boolean refresh(DirectoryReader reader) throws SQLException {
        long askedAt = System.nanoTime();
        DirectoryReader.Latest latest = reader.latest();
        load(latest.version());
        if (snapshot == null || latest.now().isEmpty()) {
            return false;
        }
        long stretch = (latest.lastSlot() - latest.firstSlot()) / ROUNDS + 1;
        long from = Math.max(nextSlot, latest.firstSlot());
        catchUp(reader, from, from + stretch);
        seen = latest.seen();
        nextSlot = from + stretch > latest.lastSlot() ? latest.firstSlot() : from + stretch;
        directory.show(snapshot, askedAt, latest.now().get());
        return true;
    }

    private void caughtUp() {
        isBehind = false;
        caughtUpAt = System.nanoTime();
    }

    /** After a long silence so much has changed that the usual patience does not do: then all is loaded again. */
    private void catchUp(DirectoryReader reader, long from, long to) throws SQLException {
        try {
            reader.refresh(snapshot.slots(), seen, from, to);
            caughtUp();
        } catch (SQLException failed) {
            isBehind = TOOK_TOO_LONG.equals(failed.getSQLState()) && System.nanoTime() - caughtUpAt > LONG_SILENCE;
            throw failed;
        }
    }

    /** Begins to load a version that is not the one in use, or takes what has been loaded. */
    private void load(long version) {
        if (loading != null && loading.isDone()) {
            takeLoaded();
        }
        boolean isCurrent = snapshot != null && snapshot.version() == version && !isBehind;
        if (loading == null && !isCurrent && System.nanoTime() - loadAgainAt >= 0) {
            loading = CompletableFuture.supplyAsync(this::loaded, this::onItsOwnThread);
        }
    }

    /**
     * While a version cannot be loaded the one before is shown and kept fresh, and loading is tried again after a
     * pause.
     */
    private void takeLoaded() {
        try {
            snapshot = loading.join();
            seen = snapshot.seen();
            caughtUp();
            LOG.log(
                    Level.INFO,
                    "directory.loaded version={0} clinics={1} slots={2}",
                    Long.toString(snapshot.version()),
                    Integer.toString(snapshot.clinics().size()),
                    Integer.toString(snapshot.slots().size()));
        } catch (CompletionException failed) {
            loadAgainAt = System.nanoTime() + PAUSE_AFTER_FAILED_LOADING;
            LOG.log(Level.WARNING, "directory.loading.failed reason={0}", failed.getCause());
        } finally {
            loading = null;
        }
    }

    private Snapshot loaded() {
        try (Connection connection = connections.open()) {
            return SnapshotLoading.load(connection);
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        }
    }

    private void onItsOwnThread(Runnable work) {
        Thread loader = new Thread(work, "portal-directory-loading");
        loader.setDaemon(true);
        loader.start();
    }
}
