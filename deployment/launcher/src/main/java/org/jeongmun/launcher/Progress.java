package org.jeongmun.launcher;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Tells a human how far long work has come: on a terminal one line that is written over, otherwise a plain line at each
 * tenth. Everything goes to the standard output that the process was started with. For one thread at a time.
 */
public final class Progress {
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private String work = "";
    private long drawnAt;
    private long tenths;
    private boolean open;

    /**
     * Prints to standard output as it is now, in UTF-8 whatever the locale; later redirections of {@link System#out} do
     * not matter.
     */
    public Progress() {
        this(new PrintStream(System.out, true, StandardCharsets.UTF_8), System.console() != null);
    }

    /** @return one that prints to standard error, for commands whose output is for machines */
    public static Progress besideTheOutput() {
        return new Progress(new PrintStream(System.err, true, StandardCharsets.UTF_8), System.console() != null);
    }

    Progress(PrintStream out, boolean terminal) {
        this.out = requireNonNull(out, "out");
        this.terminal = terminal;
    }

    /** Prints one line of its own. */
    public synchronized void line(String text) {
        endOpenLine();
        out.println(text);
        out.flush();
    }

    /** Begins a piece of work, such as "Importing slots", of which {@link #reached} then tells. */
    public synchronized void begin(String what) {
        endOpenLine();
        work = requireNonNull(what, "what");
        drawnAt = System.nanoTime() - REDRAW_NANOS;
        tenths = 0;
        if (terminal) {
            draw(what + " …");
            return;
        }
        out.println(what + " …");
        out.flush();
    }

    /** Tells that {@code done} of {@code total} are done; cheap enough to be called for every row. */
    public synchronized void reached(long done, long total) {
        if (total <= 0) {
            return;
        }
        if (!terminal) {
            plain(done, total);
            return;
        }
        long now = System.nanoTime();
        if (now - drawnAt >= REDRAW_NANOS || done >= total) {
            drawnAt = now;
            draw("%s: %,d of %,d (%d %%)".formatted(work, done, total, done * 100 / total));
        }
    }

    /** Ends the piece of work with its result, such as "2,000,000 slots". */
    public synchronized void end(String result) {
        if (terminal) {
            draw(work + ": " + result);
            endOpenLine();
            return;
        }
        out.println(work + ": " + result);
        out.flush();
    }

    private void plain(long done, long total) {
        long reached = done * 10 / total;
        if (reached > tenths && done < total) {
            tenths = reached;
            out.println("%s: %d %%".formatted(work, reached * 10));
            out.flush();
        }
    }

    private void draw(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
        open = true;
    }

    private void endOpenLine() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
