package org.jeongmun.web.notice;

import java.util.Optional;
import org.jeongmun.lock.answer.Page.Link;
import org.jeongmun.lock.answer.RefusalTexts;
import org.jeongmun.schedule.LocalizedText;

/** The texts of the notices that several pages share; those that refusals share with them are there. */
public final class NoticeTexts {
    /** Heading where one joins the line. */
    public static final LocalizedText CHECK_IN_TITLE =
            new LocalizedText("대기 등록 (아직 예약이 아닙니다)", "Join the line (this is not a booking yet)");

    static final LocalizedText OPEN_TITLE = new LocalizedText("예약하실 수 있습니다", "Booking is open");
    static final LocalizedText SOLD_OUT_TITLE = new LocalizedText("예약이 마감되었습니다", "All places are taken");

    private static final LocalizedText SOLD_OUT =
            new LocalizedText("이번 예약 물량이 모두 마감되었습니다.", "All places in this release are taken.");

    static final LocalizedText WINDOWS_TITLE = new LocalizedText("예약 일정", "Booking times");
    static final LocalizedText ABOUT_TO_OPEN = new LocalizedText(
            "코로나19 예방접종 사전예약 준비 중입니다. 잠시 후 이 화면을 다시 열어 주세요.",
            "COVID-19 vaccination booking is about to open. Please reload this page in a moment.");
    static final LocalizedText CHECK_IN = new LocalizedText(
            "지금은 대기 등록만 하실 수 있습니다. 예약은 아직 시작되지 않았습니다.", "You can join the line now. Booking itself has not begun.");
    static final LocalizedText OPEN = new LocalizedText(
            "코로나19 예방접종 사전예약이 진행 중입니다. 본인확인을 하신 뒤 의료기관과 시간을 고르시면 됩니다.",
            "COVID-19 vaccination booking is open. Verify your identity, then choose a clinic and a time.");
    /** What holds while nothing is free: it need not stay so. */
    public static final LocalizedText HELD_PLACES_MAY_RETURN = new LocalizedText(
            "지금은 남은 자리가 없습니다. 예약 중인 자리가 다시 나올 수 있습니다.", "No place is free now. Held places may return.");

    static final Link TO_CHECK_IN = new Link("/check-in", new LocalizedText("사전예약 시작하기", "Start booking"));
    static final Link TO_LINE = new Link("/check-in", new LocalizedText("대기 등록하기", "Join the line"));
    static final Link TO_RESERVATION =
            new Link("/reservation", new LocalizedText("예약 조회·취소", "Check or cancel a booking"));

    private NoticeTexts() {}

    /** @return when booking opens, {@code moment} in words */
    public static LocalizedText opensAt(LocalizedText moment) {
        return new LocalizedText(
                "코로나19 예방접종 사전예약 준비 중입니다. 예약은 %s에 시작됩니다.".formatted(moment.ko()),
                "COVID-19 vaccination booking opens on %s.".formatted(moment.en()));
    }

    static LocalizedText window(LocalizedText cohort, LocalizedText opensAt, LocalizedText closesAt) {
        return new LocalizedText(
                "%s: %s부터 %s 전까지".formatted(cohort.ko(), opensAt.ko(), closesAt.ko()),
                "%s: from %s until %s".formatted(cohort.en(), opensAt.en(), closesAt.en()));
    }

    static LocalizedText openNow(LocalizedText window) {
        return new LocalizedText(window.ko() + " (지금 예약 중)", window.en() + " (open now)");
    }

    static LocalizedText joinFrom(LocalizedText window, LocalizedText from) {
        return new LocalizedText(
                "%s (대기 등록은 %s부터)".formatted(window.ko(), from.ko()),
                "%s (join the line from %s)".formatted(window.en(), from.en()));
    }

    static LocalizedText ofWhom(LocalizedText cohort, LocalizedText said) {
        return new LocalizedText(cohort.ko() + ": " + said.ko(), cohort.en() + ": " + said.en());
    }

    /** @return what holds while an operator has shut the portal, and when more is told, that moment in words */
    public static LocalizedText maintenance(Optional<LocalizedText> nextUpdate) {
        return followed(
                RefusalTexts.MAINTENANCE,
                nextUpdate.map(moment -> new LocalizedText("다음 안내: " + moment.ko(), "Next update: " + moment.en())));
    }

    /** @return that nothing is left of this release, and when there is more, that moment in words */
    public static LocalizedText soldOut(Optional<LocalizedText> nextRelease) {
        return followed(
                SOLD_OUT,
                nextRelease.map(moment -> new LocalizedText("다음 예약: " + moment.ko(), "Next release: " + moment.en())));
    }

    /** One text in each language, so that nothing comes between the two. */
    private static LocalizedText followed(LocalizedText text, Optional<LocalizedText> next) {
        return next.map(more -> new LocalizedText(text.ko() + " " + more.ko(), text.en() + " " + more.en()))
                .orElse(text);
    }
}
