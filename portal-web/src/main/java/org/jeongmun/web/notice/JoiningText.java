package org.jeongmun.web.notice;

import java.time.ZonedDateTime;
import org.jeongmun.schedule.LocalizedText;

/** Says from when until when people may join a line before booking begins, and what that is worth. */
public final class JoiningText {
    private JoiningText() {}

    /**
     * Puts both moments into one sentence, each with its day where the reader could not know it.
     *
     * @param from when joining begins, in the campaign's zone
     * @param until when booking begins, in the same zone
     * @param dayIsNamed whether the sentence before has said on which day booking begins
     * @param drawn whether the places of those who join before that are drawn
     * @return the sentence, in both languages
     */
    public static LocalizedText of(ZonedDateTime from, ZonedDateTime until, boolean dayIsNamed, boolean drawn) {
        PortalTimeText times = new PortalTimeText(until.getZone());
        boolean sameDay = from.toLocalDate().equals(until.toLocalDate());
        LocalizedText begin = sameDay && dayIsNamed ? times.time(from.toInstant()) : times.dayAndTime(from.toInstant());
        LocalizedText end = sameDay ? times.time(until.toInstant()) : times.dayAndTime(until.toInstant());
        return drawn ? drawn(begin, end) : inOrder(begin, end);
    }

    private static LocalizedText drawn(LocalizedText from, LocalizedText until) {
        return new LocalizedText(
                "%s부터 %s 전까지 대기 등록을 하시면 등록 시각과 관계없이 무작위로 순번을 받습니다. 이후에는 그다음 순번을 받습니다.".formatted(from.ko(), until.ko()),
                "Join between %s and %s for a random place in line; later arrivals follow."
                        .formatted(from.en(), until.en()));
    }

    private static LocalizedText inOrder(LocalizedText from, LocalizedText until) {
        return new LocalizedText(
                "%s부터 %s 전까지 대기 등록을 하실 수 있고, 등록하신 순서대로 순번을 받습니다.".formatted(from.ko(), until.ko()),
                "You can join the line between %s and %s; places go in the order of joining."
                        .formatted(from.en(), until.en()));
    }
}
