package org.jeongmun.web.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.eligibility.Applicant;
import org.jeongmun.eligibility.PersonKey;
import org.jeongmun.identity.Fields;
import org.jeongmun.identity.KeyRing;
import org.jeongmun.reservation.Door;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.ReservationCode;
import org.jeongmun.reservation.ReservationState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What somebody carries")
class CarriedTest {
    private static final Instant NOW = Instant.parse("2021-07-14T11:00:00.123456Z");
    private static final PersonKey KEY = new PersonKey("a".repeat(43));

    private static <T> T thereAndBack(Carried<T> kind, T thing) {
        return kind.fromFields()
                .apply(Fields.fromBytes(Fields.toBytes(kind.toFields().apply(thing))));
    }

    private static Reservation confirmed(String clinicName) {
        Reservation.Place place = new Reservation.Place(
                new SlotId(7), new ClinicId("c1"), clinicName, "서울특별시 종로구 1", "02-000-0000", NOW, "Moderna");
        return new Reservation(
                new ReservationCode("7KQ3-M4XD-9TRW"), ReservationState.CONFIRMED, NOW, Optional.of(NOW), place);
    }

    @Test
    void comesBackAsItWent() {
        CheckedIn person = new CheckedIn(new Applicant(KEY, KEY, LocalDate.of(1964, 2, 29)));
        Choice full =
                new Choice(Optional.of(new ClinicId("c1")), Optional.of(new SlotId(7)), Door.PARTNER, Optional.of(NOW));
        Receipt receipt = Receipt.of(confirmed("한마음내과의원"), ZoneId.of("Asia/Seoul"));

        assertEquals(person, thereAndBack(CheckedIn.CARRIED, person));
        assertEquals(full, thereAndBack(Choice.CARRIED, full));
        assertEquals(Choice.NONE, thereAndBack(Choice.CARRIED, Choice.NONE));
        assertEquals(receipt, thereAndBack(Receipt.CARRIED, receipt));
    }

    @Test
    void fitsIntoACookieHoweverLongTheNamesAre() {
        Receipt receipt = Receipt.of(confirmed("가".repeat(5000)), ZoneId.of("Asia/Seoul"));
        byte[] content = Fields.toBytes(Receipt.CARRIED.toFields().apply(receipt));

        String sealed = new Seal(KeyRing.of(new byte[32])).seal("jeongmun-receipt", content, NOW);

        assertTrue(sealed.length() < 3800, "length " + sealed.length());
    }

    @Test
    void losesTheSlotWithItsClinic() {
        Choice choice =
                new Choice(Optional.of(new ClinicId("c1")), Optional.of(new SlotId(7)), Door.PARTNER, Optional.empty());

        assertEquals(choice, choice.at(new ClinicId("c1")));
        assertTrue(choice.at(new ClinicId("c2")).slot().isEmpty());
        assertEquals(Door.PARTNER, choice.at(new ClinicId("c2")).door());
    }

    @Test
    void isNoListOfTextsWhenItIsCutOff() {
        byte[] bytes = Fields.toBytes(List.of("one", "two"));
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            if (length != 7) {
                assertThrows(IllegalArgumentException.class, () -> Fields.fromBytes(cut), "length " + length);
            }
        }
    }
}
