package org.jeongmun.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An HMAC under one key")
class HmacTest {
    /** Test case 2 of RFC 4231. */
    private static final String JEFE = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private final Hmac hmac = new Hmac("Jefe".getBytes(StandardCharsets.US_ASCII));

    private String ofTheQuestion() {
        byte[] question = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(hmac.of(question));
    }

    @Test
    void isThatOfTheStandardEachTime() {
        assertEquals(JEFE, ofTheQuestion());
        hmac.of(new byte[100]);
        assertEquals(JEFE, ofTheQuestion());
    }

    @Test
    void isTheSameForManyThreads() {
        List<String> told = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(nth -> ofTheQuestion())
                .distinct()
                .toList();
        assertEquals(List.of(JEFE), told);
    }
}
