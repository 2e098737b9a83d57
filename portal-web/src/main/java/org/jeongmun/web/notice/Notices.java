package org.jeongmun.web.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jeongmun.lock.answer.Page;
import org.jeongmun.lock.answer.Page.Link;
import org.jeongmun.lock.answer.Page.Section;
import org.jeongmun.lock.answer.PageFrame;
import org.jeongmun.lock.answer.RefusalTexts;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.PortalStatus;

/** The notices of one situation, as the bytes that go out. Immutable. */
final class Notices {
    private static final Set<PortalStatus> NAME_THE_OPENING =
            EnumSet.of(PortalStatus.NOT_YET_OPEN, PortalStatus.CHECK_IN);

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
        return new Page(title(situation), said(situation), windows(situation), links(situation));
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

    private static List<LocalizedText> said(Situation situation) {
        PortalTimeText times = new PortalTimeText(situation.zone());
        Optional<LocalizedText> opening = situation.nextOpening().map(times::dayAndTime);
        List<LocalizedText> said = new ArrayList<>();
        switch (situation.status()) {
            case NOT_YET_OPEN -> said.add(opening.map(NoticeTexts::opensAt).orElse(NoticeTexts.ABOUT_TO_OPEN));
            case CHECK_IN -> {
                said.add(NoticeTexts.CHECK_IN);
                opening.map(NoticeTexts::opensAt).ifPresent(said::add);
            }
            case OPEN -> said.add(NoticeTexts.OPEN);
            case SOLD_OUT -> {
                said.add(NoticeTexts.SOLD_OUT);
                said.add(NoticeTexts.HELD_PLACES_MAY_RETURN);
                earlier(situation.nextRelease(), situation.nextOpening())
                        .map(times::dayAndTime)
                        .map(NoticeTexts::nextReleaseAt)
                        .ifPresent(said::add);
            }
            case CLOSED -> said.add(RefusalTexts.CLOSED);
            case MAINTENANCE -> {
                said.add(RefusalTexts.MAINTENANCE);
                situation
                        .nextUpdate()
                        .map(times::dayAndTime)
                        .map(NoticeTexts::nextUpdateAt)
                        .ifPresent(said::add);
            }
            case UNKNOWN -> said.add(RefusalTexts.UNKNOWN);
        }
        situation.joining().ifPresent(joining -> said.add(joining(joining, situation)));
        return said;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    /** Nobody who believed in the opening alone shall stand behind those who knew that one may join before. */
    private static LocalizedText joining(Situation.Joining joining, Situation situation) {
        LocalizedText said = JoiningText.of(
                joining.from().atZone(situation.zone()),
                situation.nextOpening().orElseThrow().atZone(situation.zone()),
                NAME_THE_OPENING.contains(situation.status()),
                joining.drawn());
        return joining.whose().map(whose -> NoticeTexts.ofWhom(whose, said)).orElse(said);
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
