package org.jeongmun.web.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.jeongmun.schedule.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A moment in words")
class PortalTimeTextTest {
    private final PortalTimeText text = new PortalTimeText(ZoneId.of("Asia/Seoul"));

    @ParameterizedTest(name = "{1}, seen from {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-07-14T11:00:00Z | 2021-07-14T11:05:00Z | 오후 8시 5분           | 8:05 p.m. KST",
                "2021-07-14T14:58:00Z | 2021-07-14T15:03:00Z | 7월 15일(목) 0시 3분 | Thursday 15 July, 12:03 a.m. KST",
                "2021-07-14T11:00:00Z | 2021-07-15T11:00:00Z | 7월 15일(목) 오후 8시 | Thursday 15 July, 8 p.m. KST"
            })
    void saysTheDayWhereItIsNotToday(Instant now, Instant moment, String korean, String english) {
        assertEquals(new LocalizedText(korean, english), text.seenFrom(now, moment));
    }
}
