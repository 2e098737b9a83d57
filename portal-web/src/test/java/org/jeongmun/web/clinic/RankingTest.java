package org.jeongmun.web.clinic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.ClinicSearch.Order;
import org.jeongmun.clinic.GeoPoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against the plain way: make a list of all, sort it, cut a page out of it. */
@DisplayName("A ranking")
class RankingTest {
    private static final Instant NOW = Instant.parse("2021-07-14T11:00:00Z");
    private static final int CLINICS = 1_500;

    private final Random random = new Random(6);
    private final ClinicTable clinics =
            new ClinicTable(IntStream.range(0, CLINICS).mapToObj(this::clinic).toList());
    private final FreeByClinic free =
            new FreeByClinic(slots(), CLINICS, new Sharing(SlotTable.micros(NOW), true, Set.of()), SlotTable.NEVER);

    @ParameterizedTest
    @EnumSource(Order.class)
    void givesWhatSortingEverythingGives(Order order) {
        for (int turn = 0; turn < 200; turn++) {
            GeoPoint here = new GeoPoint(33 + 5 * random.nextDouble(), 126 + 3 * random.nextDouble());
            ClinicSearch search = new ClinicSearch(
                    oneOf("", "서울특별시", "제주특별자치도"),
                    oneOf("", "", "중구"),
                    oneOf("", "", "ㄱㄴ", "나다"),
                    Optional.of(here),
                    order,
                    random.nextBoolean(),
                    random.nextInt(turn % 2 == 0 ? 40 : CLINICS),
                    1 + random.nextInt(100));
            assertArrayEquals(plainly(search), new Ranking(clinics, free).matches(search), search::toString);
        }
    }

    private int[] plainly(ClinicSearch search) {
        NamePattern name = NamePattern.of(search.text());
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < clinics.size(); number++) {
            Clinic clinic = clinics.clinic(number);
            if ((search.sido().isEmpty() || search.sido().equals(clinic.sido()))
                    && (search.sigungu().isEmpty() || search.sigungu().equals(clinic.sigungu()))
                    && (name.isEmpty() || name.isIn(clinic.name()))
                    && (!search.onlyFree() || free.free(number) > 0)) {
                numbers.add(number);
            }
        }
        Comparator<Integer> order = switch (search.order()) {
            case DIRECTORY -> Comparator.naturalOrder();
            case DISTANCE ->
                Comparator.comparing(clinics.positions().ranksFrom(search.near().orElseThrow())::applyAsLong);
            case EARLIEST ->
                Comparator.comparing(
                        number -> Optional.ofNullable(free.earliest(number)).orElse(Instant.MAX));
        };
        return numbers.stream()
                .sorted(order.thenComparing(Comparator.naturalOrder()))
                .skip(search.offset())
                .limit(search.limit() + 1L)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private SlotTable slots() {
        SlotTableBuilder slots = new SlotTableBuilder(CLINICS);
        long now = SlotTable.micros(NOW);
        for (int number = 0; number < CLINICS; number++) {
            for (int slot = 0; slot < number % 4; slot++) {
                long start = now + 1_800_000_000L * (random.nextInt(50) - 10 + 50 * slot);
                slots.add(number, number * 4L + slot, start, 1_800_000, "Moderna", random.nextInt(3));
            }
        }
        return slots.build();
    }

    private Clinic clinic(int number) {
        return new Clinic(
                new ClinicId("c-" + number),
                oneOf("가나", "나다", "다라") + oneOf("의원", "병원"),
                oneOf("서울특별시", "부산광역시", "제주특별자치도"),
                oneOf("중구", "동구"),
                "세종대로 1",
                "",
                33 + 5 * random.nextDouble(),
                126 + 3 * random.nextDouble());
    }

    private String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
