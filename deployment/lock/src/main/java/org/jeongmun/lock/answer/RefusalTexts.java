package org.jeongmun.lock.answer;

import org.jeongmun.lock.answer.Page.Link;
import org.jeongmun.schedule.LocalizedText;

/** What the portal says where it does not let people on. Notices about the same state say the same. */
public final class RefusalTexts {
    /** Heading before the opening, and between two. */
    public static final LocalizedText NOT_YET_OPEN_TITLE = new LocalizedText("예약 준비 중입니다", "Booking is not open yet");
    /** Heading after the last window. */
    public static final LocalizedText CLOSED_TITLE = new LocalizedText("예약 기간이 끝났습니다", "Booking has ended");
    /** Heading while an operator has shut the portal. */
    public static final LocalizedText MAINTENANCE_TITLE = new LocalizedText("시스템 점검 중입니다", "Under maintenance");
    /** Heading while there is no trusted time or schedule. */
    public static final LocalizedText UNKNOWN_TITLE =
            new LocalizedText("지금은 예약하실 수 없습니다", "Booking is not available right now");

    /** What holds after the last window. */
    public static final LocalizedText CLOSED = new LocalizedText(
            "코로나19 예방접종 사전예약 기간이 끝났습니다. 이미 하신 예약은 그대로 유지됩니다.",
            "The COVID-19 vaccination booking period has ended. Bookings already made are kept.");
    /** What holds while an operator has shut the portal. */
    public static final LocalizedText MAINTENANCE = new LocalizedText(
            "시스템 점검 중입니다. 지금은 예약·조회·취소를 하실 수 없습니다. 완료된 예약과 대기 순번은 유지됩니다.",
            "Under maintenance. You cannot book, check or cancel now. Bookings and places in line are kept.");
    /** What holds while there is no trusted time or schedule. */
    public static final LocalizedText UNKNOWN = new LocalizedText(
            "예약 일정을 확인하고 있습니다. 확인될 때까지 예약·조회·취소를 하실 수 없습니다. 완료된 예약은 유지됩니다.",
            "The portal is checking its schedule. Until then you cannot book, check or cancel. Bookings are kept.");

    /** The one way on that is open in every state. */
    public static final Link TO_FIRST_PAGE = new Link("/", new LocalizedText("첫 화면", "Home"));

    private RefusalTexts() {}
}
