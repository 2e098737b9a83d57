package org.jeongmun.web.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jeongmun.pluginhost.LookupOutcome;
import org.jeongmun.pluginhost.RestOfAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A long answer")
class LongAnswerTest {
    private final Client client = new Client();
    private final Plugin plugin = new Plugin();
    private int completed;

    @Test
    void isSentWholeAndEndsOnce() throws IOException {
        start("one\n");
        plugin.give("two\n", RestOfAnswer.Kind.MORE);
        plugin.give("", RestOfAnswer.Kind.MORE);
        plugin.give("three\n", RestOfAnswer.Kind.LAST);
        assertEquals("one\ntwo\nthree\n", client.received());
        assertEquals(1, completed);
        assertTrue(plugin.ended);
    }

    @Test
    void asksForAPieceOnlyWhenTheClientHasTakenTheOneBefore() throws IOException {
        start("one\n");
        client.reads = false;
        plugin.give("two\n", RestOfAnswer.Kind.MORE);
        assertEquals("on", client.received());
        assertTrue(plugin.waiting.isEmpty());
        client.readOn();
        assertEquals("one\ntw", client.received());
        assertEquals(1, plugin.waiting.size());
    }

    @Test
    void thatBreaksOffEndsWithinALineAlsoAfterAnEmptyPiece() throws IOException {
        start("one\n");
        plugin.give("", RestOfAnswer.Kind.MORE);
        plugin.give("", RestOfAnswer.Kind.CUT_OFF);
        assertEquals("on", client.received());
        assertEquals(1, completed);
        assertTrue(plugin.ended);
    }

    @Test
    void endsWhenTheClientIsGone() throws IOException {
        start("one\n");
        assertFalse(plugin.ended);
        client.listener.onError(new IOException("gone"));
        assertTrue(plugin.ended);
        plugin.give("two\n", RestOfAnswer.Kind.LAST);
        assertEquals(1, completed);
    }

    private void start(String first) throws IOException {
        AsyncContext context = fake(AsyncContext.class, Map.of("complete", () -> ++completed));
        LookupOutcome.Answered answered =
                new LookupOutcome.Answered(200, "text/plain", Map.of(), first.getBytes(StandardCharsets.UTF_8));
        LongAnswer.start(
                new LookupOutcome.Begun(answered, plugin),
                fake(HttpServletRequest.class, Map.of("startAsync", () -> context)),
                fake(HttpServletResponse.class, Map.of("getOutputStream", () -> client)));
        client.listener.onWritePossible();
    }

    private static <T> T fake(Class<T> type, Map<String, Supplier<Object>> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            Object answer = answers.getOrDefault(method.getName(), () -> null).get();
            return method.getReturnType() == void.class ? null : answer;
        }));
    }

    private static final class Plugin implements RestOfAnswer {
        private final Queue<CompletableFuture<Piece>> waiting = new ArrayDeque<>();
        private boolean ended;

        @Override
        public CompletableFuture<Piece> next() {
            CompletableFuture<Piece> piece = new CompletableFuture<>();
            waiting.add(piece);
            return piece;
        }

        void give(String text, Kind kind) {
            waiting.remove().complete(new Piece(text.getBytes(StandardCharsets.UTF_8), kind));
        }

        @Override
        public void end() {
            ended = true;
        }
    }

    /** Takes one write at a time while it does not read. */
    private static final class Client extends ServletOutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private WriteListener listener;
        private boolean reads = true;

        String received() {
            return taken.toString(StandardCharsets.UTF_8);
        }

        void readOn() throws IOException {
            reads = true;
            listener.onWritePossible();
        }

        @Override
        public boolean isReady() {
            return reads;
        }

        @Override
        public void setWriteListener(WriteListener added) {
            listener = added;
        }

        @Override
        public void write(int octet) {
            taken.write(octet);
        }
    }
}
