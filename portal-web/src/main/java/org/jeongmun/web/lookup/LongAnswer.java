package org.jeongmun.web.lookup;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jeongmun.pluginhost.LookupOutcome;
import org.jeongmun.pluginhost.RestOfAnswer;
import org.jeongmun.pluginhost.RestOfAnswer.Kind;
import org.jeongmun.pluginhost.RestOfAnswer.Piece;

/**
 * Sends a long answer piece by piece: the next is asked for when the client has taken the one before. No thread waits,
 * for neither of them. At any time one of two goes on, the server when there is room to write or the plugin's piece
 * when it is there.
 *
 * <p>The server ends every answer properly, also one that breaks off, so the last two bytes of each piece are held back
 * until the next is there: what breaks off ends within a line.
 */
final class LongAnswer implements WriteListener, AsyncListener {
    private static final int HELD_BACK = 2;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final RestOfAnswer rest;
    private Piece piece;
    private byte[] held = {};
    private boolean isOnItsOwn;
    private boolean over;

    private LongAnswer(AsyncContext context, ServletOutputStream out, LookupOutcome.Begun begun) {
        this.context = context;
        this.out = out;
        this.rest = begun.rest();
        this.piece = new Piece(begun.first().body(), Kind.MORE);
    }

    /** Begins to send; status and headers are set. */
    static void start(LookupOutcome.Begun begun, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(RestOfAnswer.LONGEST.toMillis());
        ServletOutputStream out = response.getOutputStream();
        LongAnswer answer = new LongAnswer(context, out, begun);
        context.addListener(answer);
        out.setWriteListener(answer);
        answer.goOnWithoutTheRequest();
    }

    /**
     * Until here the answer is not completed by another thread: the server would use the request again under our hands.
     */
    private synchronized void goOnWithoutTheRequest() {
        isOnItsOwn = true;
        if (over) {
            context.complete();
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        goOn();
    }

    private synchronized void goOn() throws IOException {
        while (!over && out.isReady()) {
            if (piece != null) {
                send(piece);
                continue;
            }
            CompletableFuture<Piece> next = rest.next();
            if (!next.isDone()) {
                next.thenAccept(this::goOnWith);
                return;
            }
            piece = next.join();
        }
    }

    private synchronized void goOnWith(Piece next) {
        piece = next;
        try {
            goOn();
        } catch (IOException | RuntimeException gone) {
            end();
        }
    }

    private void send(Piece next) throws IOException {
        piece = null;
        if (next.kind() == Kind.CUT_OFF) {
            end();
            return;
        }
        byte[] all = Arrays.copyOf(held, held.length + next.bytes().length);
        System.arraycopy(next.bytes(), 0, all, held.length, next.bytes().length);
        int now = next.kind() == Kind.LAST ? all.length : Math.max(0, all.length - HELD_BACK);
        held = Arrays.copyOfRange(all, now, all.length);
        if (now > 0) {
            out.write(all, 0, now);
        }
        if (next.kind() == Kind.LAST) {
            end();
        }
    }

    private synchronized void end() {
        if (!over) {
            over = true;
            rest.end();
            if (isOnItsOwn) {
                context.complete();
            }
        }
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        rest.end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Nobody starts it again.
    }
}
