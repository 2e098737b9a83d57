package org.jeongmun.web.waitingroom;

import java.time.ZonedDateTime;
import org.jeongmun.lock.answer.RefusalTexts;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.notice.NoticeTexts;
import org.jeongmun.web.notice.PortalTimeText;

/** The words of the waiting page. */
final class WaitingTexts {
    private static final LocalizedText WAITING_ROOM = new LocalizedText("대기", "Waiting");

    static final LocalizedText NO_LINE = new LocalizedText("지금은 대기열이 없습니다.", "There is no line now.");
    static final LocalizedText JOIN =
            new LocalizedText("본인확인을 하시면 대기 순번을 받습니다.", "Verify your identity to get your place in line.");
    static final LocalizedText TO_CHECK_IN = new LocalizedText("본인확인하기", "Verify your identity");
    static final LocalizedText DRAW_AT_OPENING = new LocalizedText("순번은 그때 무작위로 정해집니다.", "Your place is then drawn.");
    static final LocalizedText KEPT = new LocalizedText(
            "이 화면을 닫아도 순번은 유지됩니다. 다른 기기에서도 본인확인을 하시면 같은 순번으로 이어집니다.",
            "You keep your place if you close this page. Verify your identity on any device to resume.");
    static final LocalizedText BY_ITSELF = new LocalizedText("이 화면은 저절로 바뀝니다.", "This page updates by itself.");
    static final LocalizedText STANDS =
            new LocalizedText("대기열이 잠시 멈춰 있습니다. 순번은 유지됩니다.", "The line stands still. Your place is kept.");
    static final LocalizedText MAY_RUN_OUT =
            new LocalizedText("차례가 오기 전에 마감될 수 있습니다.", "Places may run out before your turn.");
    static final LocalizedText CALLED = new LocalizedText(
            "곧 예약 화면으로 이동합니다. 함께 들어가는 분이 많으면 몇 초 걸립니다.",
            "You are about to go on to booking. It takes some seconds while others enter.");
    static final LocalizedText TO_BOOKING = new LocalizedText("예약 화면으로", "Go on to booking");
    static final LocalizedText TO_HELD = new LocalizedText("선택하신 시간을 확정하기", "Confirm the time that is kept for you");
    static final LocalizedText TO_RESERVATION = new LocalizedText("예약 조회·취소", "Check or cancel a booking");
    static final LocalizedText TO_FIRST_PAGE = new LocalizedText("첫 화면", "Home");

    private WaitingTexts() {}

    static LocalizedText title(WaitingView.Scene scene) {
        return switch (scene) {
            case NO_LINE -> WAITING_ROOM;
            case NOT_YET -> RefusalTexts.NOT_YET_OPEN_TITLE;
            case JOIN -> NoticeTexts.CHECK_IN_TITLE;
            case BEFORE -> new LocalizedText("대기 등록을 마쳤습니다 (아직 예약이 아닙니다)", "You have joined (not a booking yet)");
            case WAITING -> new LocalizedText("대기 중입니다.", "You are in line.");
            case CALLED -> new LocalizedText("차례가 되었습니다", "It is your turn");
            case SPENT -> new LocalizedText("사용한 순번입니다", "This place in line has been used");
            case SOLD_OUT -> new LocalizedText("예약이 마감되었습니다", "All places are taken");
            case CLOSED -> RefusalTexts.CLOSED_TITLE;
            case MAINTENANCE -> RefusalTexts.MAINTENANCE_TITLE;
            case UNKNOWN -> RefusalTexts.UNKNOWN_TITLE;
        };
    }

    /** @return what the browser calls the page: its state, where that does not change under the reader's eyes */
    static String documentTitle(WaitingView view) {
        LocalizedText title = view.isInLine() ? WAITING_ROOM : title(view.scene());
        return title.ko() + " · " + title.en();
    }

    /** @return the moment with its day */
    static LocalizedText words(ZonedDateTime moment) {
        return new PortalTimeText(moment.getZone()).dayAndTime(moment.toInstant());
    }

    static LocalizedText number(String number) {
        return new LocalizedText("순번은 %s번입니다.".formatted(number), "Your number is %s.".formatted(number));
    }

    /** @return why somebody was not let in */
    static LocalizedText refusal(AdmissionRefusal refusal) {
        return switch (refusal) {
            case NO_TICKET -> JOIN;
            case FORGED ->
                new LocalizedText(
                        "입장권을 확인할 수 없습니다. 본인확인을 다시 해 주세요.", "Your pass cannot be verified. Please check in again.");
            case OF_ANOTHER_PERSON ->
                new LocalizedText("다른 분의 입장권은 쓰실 수 없습니다.", "A pass is good only for the person it was given to.");
            case EXPIRED ->
                new LocalizedText(
                        "입장 시간이 지났습니다. 순번은 유지되니 다시 들어가실 수 있습니다.",
                        "Your time inside is over. You keep your place and can enter again.");
            case SPENT ->
                new LocalizedText(
                        "이 순번으로 이미 예약하셨습니다. 예약 조회에서 확인하거나 취소하실 수 있습니다.",
                        "This place in line has had its booking. You can check or cancel that.");
        };
    }
}
