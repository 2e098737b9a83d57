package org.jeongmun.web.waitingroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.waitingroom.Proof.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A signed proof")
class SignerTest {
    private static final Instant NOW = Instant.parse("2021-07-14T11:00:00Z");
    private static final PersonMark KIM = PersonMark.of(new PersonKey("k".repeat(43)));
    private static final PersonMark LEE = PersonMark.of(new PersonKey("l".repeat(43)));
    private static final WindowMark JULY = WindowMark.of(new CampaignId("covid19-2021"), new WindowId("w0714"));
    private static final Proof TICKET = new Proof(Kind.TICKET, JULY, KIM, 1_850_000, NOW.plusSeconds(900));

    private final Signer signer = new Signer(List.of(key(1)));

    private static byte[] key(int number) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) number);
        return key;
    }

    @Test
    void saysWhatWasSigned() {
        assertEquals(Optional.of(TICKET), signer.read(signer.sign(TICKET)));
        assertTrue(signer.sign(TICKET).matches("[A-Za-z0-9_-]{79}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"TICKET, 0", "PASS, 1"})
    void namesItsKindAsItAlwaysHas(Kind kind, byte code) {
        Proof proof = new Proof(kind, JULY, KIM, 1, NOW);

        assertEquals(code, Base64.getUrlDecoder().decode(signer.sign(proof))[2]);
        assertEquals(Optional.of(proof), signer.read(signer.sign(proof)));
    }

    @Test
    void isNothingWithAnyBitChanged() {
        byte[] whole = Base64.getUrlDecoder().decode(signer.sign(TICKET));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] forged = whole.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertEquals(Optional.empty(), signer.read(text), "bit " + bit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "1.850.000"})
    void isNoText(String text) {
        assertEquals(Optional.empty(), signer.read(text));
        assertEquals(Optional.empty(), signer.read(text.concat("-".repeat(79)).substring(0, 79)));
    }

    @Test
    void ofTheKeyBeforeIsStillGoodAndNewOnesAreOfTheNewKey() {
        Signer rotated = new Signer(List.of(key(2), key(1)));
        assertEquals(Optional.of(TICKET), rotated.read(signer.sign(TICKET)));
        assertEquals(Optional.empty(), signer.read(rotated.sign(TICKET)));
        assertEquals(Optional.of(TICKET), new Signer(List.of(key(2))).read(rotated.sign(TICKET)));
        assertEquals(Optional.empty(), new Signer(List.of(key(3), key(2))).read(signer.sign(TICKET)));
    }

    @Test
    void ofAnotherNumberIsAnotherText() {
        Set<String> seen = new HashSet<>();
        for (long number = 1; number <= 10_000; number++) {
            seen.add(signer.sign(new Proof(Kind.TICKET, JULY, KIM, number, NOW)));
        }
        assertEquals(10_000, seen.size());
    }

    @Test
    void tellsWindowsOfTwoCampaignsApart() {
        assertNotEquals(JULY, WindowMark.of(new CampaignId("covid19-2022"), new WindowId("w0714")));
    }

    @Test
    void countsForItsPersonInItsTimeAndAsItsKindAlone() {
        Optional<String> text = Optional.of(signer.sign(TICKET));
        assertEquals(
                Optional.of(TICKET),
                Shown.judge(signer, text, Kind.TICKET, KIM, NOW).valid());
        assertEquals(AdmissionRefusal.OF_ANOTHER_PERSON, fault(text, Kind.TICKET, LEE, NOW));
        assertEquals(AdmissionRefusal.EXPIRED, fault(text, Kind.TICKET, KIM, TICKET.expiresAt()));
        assertEquals(AdmissionRefusal.FORGED, fault(text, Kind.PASS, KIM, NOW));
        assertEquals(AdmissionRefusal.FORGED, fault(Optional.of("x"), Kind.TICKET, KIM, NOW));
        assertEquals(AdmissionRefusal.NO_TICKET, fault(Optional.empty(), Kind.TICKET, KIM, NOW));
    }

    @Test
    void outlivesAClosingThatIsMovedToLater() {
        Optional<String> text = Optional.of(signer.sign(Proof.ticket(JULY, KIM, 7, NOW)));
        Instant extended = NOW.plus(Duration.ofDays(14));

        assertTrue(Shown.judge(signer, text, Kind.TICKET, KIM, extended).valid().isPresent());
    }

    private AdmissionRefusal fault(Optional<String> text, Kind kind, PersonMark person, Instant now) {
        return Shown.judge(signer, text, kind, person, now).fault().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(AdmissionRefusal.class)
    void thatDoesNotCountHasAWordInBothLanguages(AdmissionRefusal refusal) {
        assertTrue(WaitingTexts.refusal(refusal).ko().matches(".*\\p{IsHangul}.*"));
        assertTrue(WaitingTexts.refusal(refusal).en().matches("[ -~]+"));
    }
}
