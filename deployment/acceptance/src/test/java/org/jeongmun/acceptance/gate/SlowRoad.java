package org.jeongmun.acceptance.gate;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** What lies between a portal and its database, in the hands of a test. It ends with the test, with all it carries. */
final class SlowRoad implements AutoCloseable {
    private final int target;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket entrance;
    private volatile Condition condition = Condition.CLEAR;

    /** How the road is. */
    enum Condition {
        /** Everything passes at once. */
        CLEAR(0),
        /** Each answer is two seconds late. */
        SLOW(2_000),
        /** Connections stay, and nothing passes. */
        SILENT(0),
        /** There is no connection, and no new one. */
        BROKEN(0);

        private final long delayMillis;

        Condition(long delayMillis) {
            this.delayMillis = delayMillis;
        }
    }

    /** @param target port of this machine to which it leads */
    SlowRoad(int target) throws IOException {
        this.target = target;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::letIn);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void becomes(Condition next) {
        condition = next;
        if (next == Condition.BROKEN) {
            open.forEach(SlowRoad::end);
        }
    }

    private void letIn() {
        while (!entrance.isClosed()) {
            try {
                Socket from = entrance.accept();
                if (condition == Condition.BROKEN) {
                    end(from);
                    continue;
                }
                Socket to = new Socket();
                open.add(from);
                open.add(to);
                to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5_000);
                start(() -> carry(from, to, false));
                start(() -> carry(to, from, true));
            } catch (IOException over) {
                // The road was closed, or one who came in has left already.
                continue;
            }
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        byte[] piece = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                awaitPassage(answers);
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (IOException over) {
            // Either side has left; the other is shown out below.
            return;
        } finally {
            end(from);
            end(to);
        }
    }

    private void awaitPassage(boolean answers) {
        long arrived = System.nanoTime();
        while (condition == Condition.SILENT
                || answers && System.nanoTime() - arrived < condition.delayMillis * 1_000_000) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "slow-road");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Closeable one) {
        try {
            one.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        condition = Condition.BROKEN;
        end(entrance);
        open.forEach(SlowRoad::end);
    }
}
