package org.jeongmun.pluginhost;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jeongmun.spi.LookupAnswer;

/** The pieces of one answer, each asked for as a call of its own. */
final class GuardedPieces implements RestOfAnswer {
    private static final long MOST_BYTES = 1L << 28;

    private final GuardedLookups.Asking asking;
    private final LookupAnswer.Pieces pieces;
    private final Runnable atEnd;
    private final long endsAt = System.nanoTime() + LONGEST.toNanos();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long bytes;

    /** @param atEnd runs once, however the answer ends */
    GuardedPieces(GuardedLookups.Asking asking, LookupAnswer.Pieces pieces, Runnable atEnd) {
        this.asking = asking;
        this.pieces = pieces;
        this.atEnd = atEnd;
    }

    @Override
    public CompletableFuture<Piece> next() {
        CompletableFuture<Piece> piece = new CompletableFuture<>();
        asking.turns().take(() -> ask(piece));
        return piece;
    }

    @Override
    public void end() {
        if (ended.compareAndSet(false, true)) {
            atEnd.run();
        }
    }

    private void ask(CompletableFuture<Piece> piece) {
        if (ended.get() || bytes > MOST_BYTES || endsAt - System.nanoTime() < 0) {
            over(piece, Piece.CUT_OFF);
            return;
        }
        BoundedBody body = new BoundedBody(GuardedLookups.LONGEST_BODY);
        asking.start(plugin -> pieces.writeNext(body)).then(more -> over(piece, judged(more, body)));
    }

    private void over(CompletableFuture<Piece> piece, Piece came) {
        asking.turns().giveBack();
        piece.complete(came);
    }

    private Piece judged(GuardedCalls.Result<Boolean> more, BoundedBody body) {
        asking.lent().end();
        PluginOutcome outcome = asking.outcome(more, body);
        asking.count(outcome == PluginOutcome.ANSWERED ? PluginOutcome.CONTINUED : outcome);
        if (outcome != PluginOutcome.ANSWERED) {
            return Piece.CUT_OFF;
        }
        byte[] written = body.bytes();
        bytes += written.length;
        return new Piece(written, more.value() ? Kind.MORE : Kind.LAST);
    }
}
