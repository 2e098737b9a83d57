package org.jeongmun.benchmark.evening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The places of a draw")
class DrawnPlacesTest {
    private static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    /** These places were worked out by another program, for every implementation to be held against. */
    @ParameterizedTest(name = "{2} tickets: {3} stands at {4}")
    @CsvFileSource(
            files = "../../domain/src/test/resources/org/jeongmun/waitingroom/draw-vectors.csv",
            numLinesToSkip = 1,
            emptyValue = "")
    void areThoseThatOthersHaveWorkedOut(String seed, String value, long tickets, long number, long place)
            throws GeneralSecurityException {
        assertEquals(place, new DrawnPlaces(mixed(seed, value), tickets).of(number));
    }

    @ParameterizedTest(name = "{0} tickets")
    @ValueSource(longs = {1, 2, 3, 16, 17, 1_000})
    void areEachTakenOnce(long tickets) {
        DrawnPlaces places = new DrawnPlaces(SEED, tickets);

        List<Long> taken = LongStream.rangeClosed(1, tickets)
                .map(places::of)
                .sorted()
                .boxed()
                .toList();

        assertEquals(LongStream.rangeClosed(1, tickets).boxed().toList(), taken);
    }

    @Test
    void areTheirNumbersForThoseWhoCameLater() {
        assertEquals(11, new DrawnPlaces(SEED, 10).of(11));
    }

    @Test
    void needAWholeSeed() {
        assertThrows(IllegalArgumentException.class, () -> new DrawnPlaces("00ff", 10));
    }

    private static String mixed(String seed, String value) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(seed), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
    }
}
