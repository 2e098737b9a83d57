package org.jeongmun.web.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.lock.answer.RefusalTexts;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.PortalStatus;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.state.PortalView;

/** What every notice says of the state that the portal is in, in the same words. Pure. */
public final class StateTexts {
    private static final Set<PortalStatus> NAME_THE_OPENING =
            EnumSet.of(PortalStatus.NOT_YET_OPEN, PortalStatus.CHECK_IN);

    private StateTexts() {}

    /** @return what the first page says now, not escaped; at least one text */
    public static List<LocalizedText> of(PortalView view, Lines lines, ClinicDirectory directory) {
        return of(Situation.of(view, lines, directory));
    }

    static List<LocalizedText> of(Situation situation) {
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
                Optional<Instant> next = earlier(situation.nextRelease(), situation.nextOpening());
                said.add(NoticeTexts.soldOut(next.map(times::dayAndTime)));
                said.add(NoticeTexts.HELD_PLACES_MAY_RETURN);
            }
            case CLOSED -> said.add(RefusalTexts.CLOSED);
            case MAINTENANCE ->
                said.add(NoticeTexts.maintenance(situation.nextUpdate().map(times::dayAndTime)));
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
}
