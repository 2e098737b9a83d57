package org.jeongmun.lock.answer;

import java.util.List;
import java.util.Optional;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.schedule.LocalizedText;

/**
 * The pages that stand where there is no page: shut, not there, wrong method, too busy, broken. They link to the notice
 * alone, which is open in every state, and name no moment.
 */
public final class RefusalPages {
    private final boolean demo;

    /** @param demo whether the pages say that this is a demo */
    public RefusalPages(boolean demo) {
        this.demo = demo;
    }

    /** @return the document for a door that is shut */
    public String closed(ClosedState state) {
        return switch (state) {
            case NOT_YET_OPEN ->
                render(
                        RefusalTexts.NOT_YET_OPEN_TITLE,
                        new LocalizedText(
                                "지금은 예약 기간이 아닙니다. 다음 예약이 시작되는 시각은 첫 화면에서 확인하실 수 있습니다.",
                                "Booking is not open now. The home page says when it opens next."));
            case CLOSED -> render(RefusalTexts.CLOSED_TITLE, RefusalTexts.CLOSED);
            case MAINTENANCE -> render(RefusalTexts.MAINTENANCE_TITLE, RefusalTexts.MAINTENANCE);
            case UNKNOWN -> render(RefusalTexts.UNKNOWN_TITLE, RefusalTexts.UNKNOWN);
        };
    }

    /** @return the document for an address that does not exist */
    public String notFound() {
        return render(
                new LocalizedText("없는 주소입니다", "There is no such page"),
                new LocalizedText(
                        "주소를 다시 확인하시거나 첫 화면에서 시작해 주세요.", "Please check the address, or start from the home page."));
    }

    /** @return the document for a method that an address does not take */
    public String methodNotAllowed() {
        return render(
                new LocalizedText("처리할 수 없는 요청입니다", "This cannot be done here"),
                new LocalizedText("첫 화면에서 다시 시작해 주세요.", "Please start again from the home page."));
    }

    /** @return the document for one visitor too many at this moment */
    public String busy() {
        return render(
                new LocalizedText("지금은 접속이 많습니다", "Very many people are here right now"),
                new LocalizedText(
                        "몇 초 뒤에 이 화면을 새로 고쳐 주세요. 대기 순번과 예약은 유지됩니다.",
                        "Please reload this page in a few seconds. Places in line and bookings are kept."));
    }

    /** @return the document for what the portal got wrong itself */
    public String broken() {
        return render(
                new LocalizedText("처리하지 못했습니다", "That did not work"),
                new LocalizedText(
                        "포털의 오류로 요청을 처리하지 못했습니다. 잠시 후 다시 시도해 주세요.",
                        "This is the portal's fault, not yours. Please try again in a moment."));
    }

    private String render(LocalizedText title, LocalizedText text) {
        Page page = Page.of(title, List.of(text), List.of(RefusalTexts.TO_FIRST_PAGE));
        return PageFrame.render(page, demo, Optional.empty());
    }
}
