package org.jeongmun.web.desk;

import java.util.Map;
import org.jeongmun.schedule.LocalizedText;

/** What the codes mean that commands, metrics and logs have for the same things. */
final class DeskWords {
    private static final Map<String, LocalizedText> WORDS = Map.ofEntries(
            word("NOT_YET_OPEN", "시작 전", "not yet open"),
            word("CHECK_IN", "대기 등록 중", "people join the line"),
            word("OPEN", "예약 중", "open"),
            word("SOLD_OUT", "남은 자리 없음", "no place left"),
            word("CLOSED", "종료", "closed"),
            word("MAINTENANCE", "점검 중", "maintenance"),
            word("UNKNOWN", "알 수 없음: 모두 닫힘", "unknown: everything is shut"),
            word("DRAINING", "종료하는 중", "this node is stopping"),
            word("NO_TRUSTED_TIME", "믿을 수 있는 시각 없음", "no trusted time"),
            word("NO_SCHEDULE", "일정 없음", "no schedule"),
            word("DATABASE_NOT_WRITABLE", "데이터베이스에 쓸 수 없음", "the database takes no changes"),
            word("HELD", "선택 중", "held"),
            word("CONFIRMED", "확정", "confirmed"),
            word("CANCELLED", "취소", "cancelled"),
            word("EXPIRED", "선택 시간 지남", "hold ran out"));

    private DeskWords() {}

    private static Map.Entry<String, LocalizedText> word(String code, String ko, String en) {
        return Map.entry(code, new LocalizedText(ko, en));
    }

    /** @return the words for a code; the code itself where there are none */
    static LocalizedText of(String code) {
        return WORDS.getOrDefault(code, new LocalizedText(code, code));
    }
}
