package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.desk.AssistedBooking.Outcome;
import org.jeongmun.web.notice.NoticeTexts;
import org.jeongmun.web.page.RefusalWords;

/** How an agent is told what came of a caller's request. */
@Singleton
final class OutcomeWords {
    private static final LocalizedText NOBODY_KNOWS = new LocalizedText(
            "앞에 몇 명이 있는지는 아직 알 수 없습니다. 차례가 되면 같은 내용으로 예약해 주세요.",
            "How many are ahead is not known yet. Book with the same details when it is their turn.");

    @Inject
    private RefusalWords refusals;

    /** @return what the agent reads out of one that is no booking */
    LocalizedText of(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refusals.text(refused.reason(), refused.next());
        }
        if (outcome instanceof Outcome.NothingFree) {
            return NoticeTexts.HELD_PLACES_MAY_RETURN;
        }
        Outcome.InLine inLine = (Outcome.InLine) outcome;
        LocalizedText turn = inLine.ahead().map(OutcomeWords::turn).orElse(NOBODY_KNOWS);
        return new LocalizedText(
                "대기 번호는 %s번입니다. %s".formatted(grouped(inLine.number()), turn.ko()),
                "The caller's number in line is %s. %s".formatted(grouped(inLine.number()), turn.en()));
    }

    private static LocalizedText turn(long ahead) {
        return ahead == 0
                ? new LocalizedText("차례입니다. 바로 예약하실 수 있습니다.", "It is their turn: book now.")
                : new LocalizedText(
                        "앞에 약 %s명이 있습니다. 차례가 되면 같은 내용으로 예약해 주세요.".formatted(grouped(ahead)),
                        "About %s people are ahead. Book with the same details when it is their turn."
                                .formatted(grouped(ahead)));
    }

    /** The same on a server of any locale. */
    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
