package org.jeongmun.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SHA-256")
class Sha256Test {
    /** The first example of FIPS 180-2, appendix B. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isThatOfTheStandardOfBytesAndOfText() {
        assertEquals(ABC, HexFormat.of().formatHex(Sha256.of(new byte[] {'a', 'b', 'c'})));
        assertEquals(ABC, HexFormat.of().formatHex(Sha256.of("abc")));
    }
}
