package org.jeongmun.benchmark.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer that comes in")
class IncomingTest {
    private static final String COUNTED =
            "HTTP/1.1 303 See Other\r\nlocation: /reserve/slot\r\nSet-Cookie: a=1; Path=/\r\n"
                    + "Set-Cookie: b=2\r\nContent-Length: 0\r\n\r\n";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n";

    @ParameterizedTest(name = "{0} bytes at a time")
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void isTheSameInWhateverPieces(int size) throws IOException {
        List<Answer> answers = new ArrayList<>();
        Incoming incoming = new Incoming();
        for (String whole : List.of(COUNTED, CHUNKED, COUNTED)) {
            byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
            for (int at = 0; at < bytes.length; at += size) {
                Optional<Answer> answer = incoming.add(ByteBuffer.wrap(bytes, at, Math.min(size, bytes.length - at)));
                answer.ifPresent(answers::add);
            }
        }

        assertEquals(3, answers.size());
        assertEquals("303 /reserve/slot", answers.get(0).outcome());
        assertEquals(List.of("a=1; Path=/", "b=2"), answers.get(2).headers("Set-Cookie"));
        assertEquals("hello world", answers.get(1).body());
        assertTrue(incoming.isEmpty());
    }

    @Test
    void isRefusedWhenNobodyCanTellWhereItEnds() {
        byte[] bytes = "HTTP/1.1 200 OK\r\n\r\nhello".getBytes(StandardCharsets.ISO_8859_1);

        assertThrows(IOException.class, () -> new Incoming().add(ByteBuffer.wrap(bytes)));
    }
}
