package org.jeongmun.benchmark.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One kept connection: at most one request is under way on it. */
final class Connection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Incoming incoming = new Incoming();
    private ByteBuffer outgoing;
    private Reply reply;
    private long askedAt;

    /** @param from the local address, so that thousands of visitors do not all come from one */
    Connection(Selector selector, InetSocketAddress portal, SocketAddress from) throws IOException {
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.bind(from);
        boolean connected = channel.connect(portal);
        key = channel.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
    }

    /** Sends a request, now or as soon as the connection is there. */
    void ask(byte[] request, Reply whom) {
        outgoing = ByteBuffer.wrap(request);
        reply = whom;
        askedAt = System.nanoTime();
        try {
            if (channel.isConnected()) {
                write();
            }
        } catch (IOException refused) {
            // The selector finds out, and whoever waits is told there: never within the call that asks.
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void write() throws IOException {
        if (outgoing == null) {
            key.interestOps(SelectionKey.OP_READ);
            return;
        }
        channel.write(outgoing);
        key.interestOps(outgoing.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Does what the selector has found to be possible. @return the answer, if it is whole by that */
    Optional<Answer> proceed(ByteBuffer scratch) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            write();
            return Optional.empty();
        }
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable()) {
            return Optional.empty();
        }
        scratch.clear();
        if (channel.read(scratch) < 0) {
            throw new IOException(incoming.isEmpty() ? "closed before an answer" : "closed within an answer");
        }
        if (reply == null) {
            throw new IOException("an answer that nobody has asked for");
        }
        return incoming.add(scratch.flip());
    }

    boolean isBusy() {
        return reply != null;
    }

    boolean isAskedBefore(long nanos) {
        return reply != null && askedAt - nanos < 0;
    }

    /** @return who waits; nobody does any more */
    Reply release() {
        Reply waiting = reply;
        reply = null;
        outgoing = null;
        return waiting;
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            // Nothing is left to be closed.
        }
    }
}
