package org.jeongmun.web.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jeongmun.lock.answer.Page;
import org.jeongmun.lock.answer.Page.Link;
import org.jeongmun.lock.answer.Page.Section;
import org.jeongmun.lock.answer.PageFrame;
import org.jeongmun.lock.answer.RefusalTexts;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;

/** The notices of one situation, as the bytes that go out. Immutable. */
final class Notices {
    private final Situation situation;
    private final Map<String, byte[]> documents;

    private Notices(Situation situation, Map<String, byte[]> documents) {
        this.situation = situation;
        this.documents = documents;
    }

    static Notices of(Situation situation) {
        Map<String, Page> pages = Map.of(
                "/",
                first(situation),
                "/privacy",
                StandingTexts.PRIVACY,
                "/accessibility",
                StandingTexts.ACCESSIBILITY);
        return new Notices(
                situation,
                pages.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey,
                                page -> PageFrame.render(page.getValue(), situation.demo(), situation.announcement())
                                        .getBytes(StandardCharsets.UTF_8))));
    }

    boolean areOf(Situation other) {
        return situation.equals(other);
    }

    /** @return the document at that path; {@code null} where there is none */
    byte[] at(String path) {
        return documents.get(path);
    }

    private static Page first(Situation situation) {
        return new Page(title(situation), StateTexts.of(situation), windows(situation), links(situation));
    }

    private static LocalizedText title(Situation situation) {
        return switch (situation.status()) {
            case NOT_YET_OPEN -> RefusalTexts.NOT_YET_OPEN_TITLE;
            case CHECK_IN -> NoticeTexts.CHECK_IN_TITLE;
            case OPEN -> NoticeTexts.OPEN_TITLE;
            case SOLD_OUT -> NoticeTexts.SOLD_OUT_TITLE;
            case CLOSED -> RefusalTexts.CLOSED_TITLE;
            case MAINTENANCE -> RefusalTexts.MAINTENANCE_TITLE;
            case UNKNOWN -> RefusalTexts.UNKNOWN_TITLE;
        };
    }

    private static List<Section> windows(Situation situation) {
        PortalTimeText times = new PortalTimeText(situation.zone());
        List<LocalizedText> lines = situation.ahead().stream()
                .flatMap(ahead -> ahead.windows().stream().map(window -> window(window, ahead, times)))
                .toList();
        return lines.isEmpty() ? List.of() : List.of(new Section(NoticeTexts.WINDOWS_TITLE, lines));
    }

    private static LocalizedText window(BookingWindow window, Situation.Ahead ahead, PortalTimeText times) {
        LocalizedText line = NoticeTexts.window(
                ahead.label(window), times.dayAndTime(window.opensAt()), times.dayAndTime(window.closesAt()));
        if (ahead.open().contains(window.id())) {
            return NoticeTexts.openNow(line);
        }
        return window.checkInAt()
                .map(from -> NoticeTexts.joinFrom(line, times.dayAndTime(from)))
                .orElse(line);
    }

    /** Only doors that the gate lets people through in this state. */
    private static List<Link> links(Situation situation) {
        return switch (situation.status()) {
            case OPEN, SOLD_OUT -> List.of(NoticeTexts.TO_CHECK_IN, NoticeTexts.TO_RESERVATION);
            case CHECK_IN -> List.of(NoticeTexts.TO_LINE, NoticeTexts.TO_RESERVATION);
            case NOT_YET_OPEN, CLOSED -> List.of(NoticeTexts.TO_RESERVATION);
            case MAINTENANCE, UNKNOWN -> List.of();
        };
    }
}
