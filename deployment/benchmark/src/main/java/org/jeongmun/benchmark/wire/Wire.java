package org.jeongmun.benchmark.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Many requests at once on one thread, over kept connections as a proxy in front of the portal keeps them: a request
 * takes the idle one that has rested longest, or a new one up to a bound, and waits for one beyond. Loopback only. For
 * the thread that made it.
 */
public final class Wire implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
    private static final int ADDRESSES = 64;

    private final InetSocketAddress portal;
    private final int most;
    private final Selector selector;
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(64 << 10);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int open;
    private int opened;
    private long lookedAt = System.nanoTime();

    private record Waiting(byte[] request, Reply reply) {}

    /**
     * Connects nothing yet.
     *
     * @param url of the portal, on loopback
     * @param most connections at once
     */
    public Wire(URI url, int most) {
        portal = new InetSocketAddress(url.getHost(), url.getPort());
        if (portal.isUnresolved() || !portal.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Only a portal on loopback is measured; got %s.".formatted(url));
        }
        this.most = most;
        try {
            selector = Selector.open();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends a request; the reply comes in a later {@link #turn}. */
    public void ask(byte[] request, Reply reply) {
        Connection free = idle.pollFirst();
        if (free != null) {
            free.ask(request, reply);
        } else if (open < most) {
            connect().ask(request, reply);
        } else {
            queue.addLast(new Waiting(request, reply));
        }
    }

    /** Opens that many connections in advance. */
    public void connectAhead(int count) {
        for (int i = open; i < Math.min(count, most); i++) {
            idle.addLast(connect());
        }
    }

    private Connection connect() {
        try {
            open++;
            return new Connection(selector, portal, new InetSocketAddress(source(opened++ % ADDRESSES), 0));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InetAddress source(int number) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (number + 1)});
    }

    /** Lets things happen, until that moment of {@link System#nanoTime} at the latest. */
    public void turn(long until) {
        long nanos = until - System.nanoTime();
        try {
            if (nanos <= 0) {
                selector.selectNow();
            } else {
                // A millisecond late rather than looking again and again: the processors are the portal's.
                selector.select(Math.max(1, nanos / 1_000_000));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
            if (key.isValid()) {
                proceed((Connection) key.attachment());
            }
        }
        endOverdue();
    }

    private void proceed(Connection connection) {
        Optional<Answer> answer;
        try {
            answer = connection.proceed(scratch);
        } catch (IOException failed) {
            end(connection, failed.getMessage());
            return;
        }
        if (answer.isEmpty()) {
            return;
        }
        Reply reply = connection.release();
        if (answer.get().header("Connection").equalsIgnoreCase("close")) {
            end(connection, "");
        } else {
            free(connection);
        }
        reply.answered(answer.get());
    }

    private void free(Connection connection) {
        Waiting next = queue.pollFirst();
        if (next == null) {
            idle.addLast(connection);
        } else {
            connection.ask(next.request(), next.reply());
        }
    }

    private void end(Connection connection, String reason) {
        connection.close();
        open--;
        idle.remove(connection);
        if (connection.isBusy()) {
            connection.release().failed(reason);
        }
        Waiting next = open < most ? queue.pollFirst() : null;
        if (next != null) {
            ask(next.request(), next.reply());
        }
    }

    private void endOverdue() {
        long now = System.nanoTime();
        if (now - lookedAt < Duration.ofSeconds(1).toNanos()) {
            return;
        }
        lookedAt = now;
        List<Connection> overdue = selector.keys().stream()
                .filter(SelectionKey::isValid)
                .map(key -> (Connection) key.attachment())
                .filter(connection -> connection.isAskedBefore(now - PATIENCE))
                .toList();
        overdue.forEach(connection -> end(connection, "no answer in 30 s"));
    }

    /** @return requests that have no answer yet, sent or still to be sent */
    public int underWay() {
        return open - idle.size() + queue.size();
    }

    /** @return connections that are open */
    public int connections() {
        return open;
    }

    @Override
    public void close() {
        for (SelectionKey key : List.copyOf(selector.keys())) {
            ((Connection) key.attachment()).close();
        }
        try {
            selector.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
