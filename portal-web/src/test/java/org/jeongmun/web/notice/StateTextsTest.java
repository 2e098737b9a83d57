package org.jeongmun.web.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.PortalStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What the notices say of the portal's state")
class StateTextsTest {
    private static final Instant MOMENT = Instant.parse("2021-07-14T11:00:00Z");
    private static final LocalizedText MAY_RETURN = new LocalizedText(
            "지금은 남은 자리가 없습니다. 예약 중인 자리가 다시 나올 수 있습니다.", "No place is free now. Held places may return.");

    private static List<LocalizedText> said(PortalStatus status, Optional<Instant> moment) {
        return StateTexts.of(new Situation(
                status,
                moment,
                moment,
                Optional.empty(),
                moment,
                ZoneId.of("Asia/Seoul"),
                Optional.empty(),
                Optional.empty(),
                false));
    }

    @Test
    void namesTheNextReleaseDirectlyBehindTheEndOfThisOne() {
        assertEquals(
                List.of(
                        new LocalizedText(
                                "이번 예약 물량이 모두 마감되었습니다. 다음 예약: 7월 14일(수) 오후 8시",
                                "All places in this release are taken. Next release: Wednesday 14 July, 8 p.m. KST"),
                        MAY_RETURN),
                said(PortalStatus.SOLD_OUT, Optional.of(MOMENT)));
        assertEquals(
                List.of(
                        new LocalizedText("이번 예약 물량이 모두 마감되었습니다.", "All places in this release are taken."),
                        MAY_RETURN),
                said(PortalStatus.SOLD_OUT, Optional.empty()));
    }

    @Test
    void namesTheNextUpdateDirectlyBehindWhatHolds() {
        assertEquals(
                List.of(new LocalizedText(
                        "시스템 점검 중입니다. 지금은 예약·조회·취소를 하실 수 없습니다. 완료된 예약과 대기 순번은 유지됩니다." + " 다음 안내: 7월 14일(수) 오후 8시",
                        "Under maintenance. You cannot book, check or cancel now. Bookings and places in line are kept."
                                + " Next update: Wednesday 14 July, 8 p.m. KST")),
                said(PortalStatus.MAINTENANCE, Optional.of(MOMENT)));
    }

    @ParameterizedTest
    @EnumSource(PortalStatus.class)
    void isNeverSilent(PortalStatus status) {
        assertFalse(said(status, Optional.empty()).isEmpty());
    }
}
