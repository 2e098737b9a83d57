package org.jeongmun.web.waitingroom;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.lock.answer.RefusalTexts;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.notice.InlineScript;
import org.jeongmun.web.notice.JoiningText;
import org.jeongmun.web.notice.NoticeTexts;
import org.jeongmun.web.waitingroom.WaitingView.Scene;
import org.jeongmun.web.waitingroom.WaitingView.Stand;

/** Writes the page that people wait on, with a mark where it says something to one person alone. Pure. */
final class WaitingPageWriter {
    private static final int WHILE_UNKNOWN = 45;
    private static final InlineScript STYLE = InlineScript.of(WaitingPageWriter.class, "waiting.css");
    private static final InlineScript SCRIPT = InlineScript.of(WaitingPageWriter.class, "waiting.js");
    private static final InlineScript WITH_DRAW = InlineScript.of(WaitingPageWriter.class, "draw.js", "waiting.js");
    private static final Set<Scene> WITHOUT_SCRIPT = EnumSet.of(Scene.CALLED, Scene.SPENT, Scene.UNKNOWN);

    private final WaitingView view;
    private final StringBuilder html = new StringBuilder(WaitingPage.MOST_BYTES);

    private WaitingPageWriter(WaitingView view) {
        this.view = view;
    }

    /** @return the policy under which a browser runs what is in that page, and nothing else */
    static String policy(WaitingView view) {
        return "default-src 'none'; style-src " + STYLE.source() + "; script-src "
                + script(view).map(InlineScript::source).orElse("'none'")
                + "; connect-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static Optional<InlineScript> script(WaitingView view) {
        if (view.stand().isEmpty() || WITHOUT_SCRIPT.contains(view.scene())) {
            return Optional.empty();
        }
        return Optional.of(view.drawn() && view.stand().get().place() == 0 ? WITH_DRAW : SCRIPT);
    }

    /**
     * Writes the page.
     *
     * @param view what is to be said; of the person's numbers only which there are
     * @param announcementInFull whether the announcement is told, or only pointed at
     */
    static String write(WaitingView view, boolean announcementInFull) {
        return new WaitingPageWriter(view).write(announcementInFull);
    }

    private String write(boolean announcementInFull) {
        add("<!DOCTYPE html><html lang=ko><meta charset=utf-8>");
        add("<meta name=viewport content=\"width=device-width\"><title>" + WaitingTexts.documentTitle(view)
                + "</title>");
        refresh();
        add("<style>" + STYLE.text() + "</style>");
        if (view.demo()) {
            add("<header id=demo>시연용 화면입니다. <span lang=en>This is a demo.</span></header>");
        }
        add("<main id=main" + data() + ">");
        announcement(announcementInFull);
        heading();
        add("<div aria-live=polite aria-atomic=true>");
        said();
        add("</div>");
        assured();
        links();
        add("</main>");
        script(view).ifPresent(script -> add("<script>" + script.text() + "</script>"));
        return add("</html>").toString();
    }

    /** The script of who waits for an opening brings the heading of waiting out by itself. */
    private void heading() {
        LocalizedText title = WaitingTexts.title(view.scene());
        if (view.scene() != Scene.BEFORE) {
            add("<h1>" + both(title) + "</h1>");
            return;
        }
        add("<h1><span class=b>" + both(title) + "</span><span class=v hidden>");
        add(both(WaitingTexts.title(Scene.WAITING)) + "</span></h1>");
    }

    private StringBuilder add(String text) {
        return html.append(text);
    }

    /** Who is called goes on with and without scripts; who waits without one looks again as often as a script would. */
    private void refresh() {
        if (view.scene() == Scene.CALLED) {
            String seconds = view.stand().isPresent() ? PersonalNumber.GO_ON_AFTER.mark() : "1";
            add("<meta http-equiv=refresh content=\"" + seconds + ";url=" + view.wayOn() + "\">");
            return;
        }
        if (view.scene() == Scene.UNKNOWN) {
            add("<meta http-equiv=refresh content=" + WHILE_UNKNOWN + ">");
            return;
        }
        if (view.stand().isPresent()) {
            add("<noscript><meta http-equiv=refresh content=" + PersonalNumber.RELOAD_AFTER.mark() + "></noscript>");
        }
    }

    private String data() {
        if (view.stand().isEmpty() || view.scene() == Scene.CALLED) {
            return "";
        }
        return " data-w=" + view.stand().get().window().value()
                + " data-n=" + PersonalNumber.NUMBER.mark()
                + " data-p=" + PersonalNumber.PLACE.mark()
                + " data-k=\"" + view.keyOfScript()
                + "\" data-d=" + PersonalNumber.LOOK_AFTER.mark()
                + " data-go=" + view.wayOn();
    }

    private void announcement(boolean inFull) {
        view.announcement().ifPresent(text -> {
            String whole = both(escaped(text));
            add("<p id=announcement>" + (inFull ? whole : "<a href=/>공지 Announcement</a>"));
        });
    }

    private void said() {
        view.toldRefusal().map(WaitingTexts::refusal).ifPresent(this::paragraph);
        switch (view.scene()) {
            case NO_LINE -> {
                view.notice().forEach(text -> paragraph(escaped(text)));
                paragraph(WaitingTexts.NO_LINE);
            }
            case NOT_YET -> opening();
            case JOIN -> {
                opening();
                paragraph(WaitingTexts.JOIN);
            }
            case BEFORE, WAITING -> inLine();
            case CALLED -> paragraph(WaitingTexts.CALLED);
            case SPENT -> paragraph(WaitingTexts.refusal(AdmissionRefusal.SPENT));
            case SOLD_OUT -> {
                paragraph(NoticeTexts.soldOut(view.nextRelease().map(WaitingTexts::words)));
                paragraph(NoticeTexts.HELD_PLACES_MAY_RETURN);
            }
            case CLOSED -> paragraph(RefusalTexts.CLOSED);
            case MAINTENANCE ->
                paragraph(NoticeTexts.maintenance(view.nextUpdate().map(WaitingTexts::words)));
            case UNKNOWN -> {
                paragraph(RefusalTexts.UNKNOWN);
                paragraph(WaitingTexts.STANDS);
            }
        }
    }

    /** Outside what is read out anew with each number. */
    private void assured() {
        if (view.isInLine() || view.scene() == Scene.SOLD_OUT && view.stand().isPresent()) {
            paragraph(WaitingTexts.KEPT);
        }
        if (view.scene() == Scene.WAITING) {
            paragraph(WaitingTexts.BY_ITSELF);
        }
    }

    private void opening() {
        view.opensAt().ifPresent(opens -> {
            paragraph(NoticeTexts.opensAt(WaitingTexts.words(opens)));
            view.joinFrom()
                    .map(from -> JoiningText.of(from, opens, true, view.drawn()))
                    .ifPresent(this::paragraph);
        });
    }

    private void inLine() {
        Stand stand = view.stand().orElseThrow();
        if (view.scene() == Scene.BEFORE) {
            add("<div class=b>");
            view.opensAt().map(WaitingTexts::words).map(NoticeTexts::opensAt).ifPresent(this::paragraph);
            paragraph(
                    view.drawn()
                            ? WaitingTexts.DRAW_AT_OPENING
                            : WaitingTexts.number(PersonalNumber.NUMBER_IN_WORDS.mark()));
            add("</div>");
        }
        String ahead = "<b class=a>" + PersonalNumber.AHEAD.mark() + "</b>";
        String from = "<b class=l>" + PersonalNumber.FROM_MINUTES.mark() + "</b>";
        String to = "<b class=h>" + PersonalNumber.TO_MINUTES.mark() + "</b>";
        String range = "<span class=e" + hiddenIf(stand.stands()) + ">";
        String few = "<span class=f" + hiddenIf(!stand.few()) + ">";
        add("<div class=v" + hiddenIf(view.scene() == Scene.BEFORE) + ">");
        paragraph(new LocalizedText(
                "앞에 약 " + ahead + "명이 있습니다. " + range + "예상 대기 시간은 " + from + "~" + to + "분입니다.</span> " + few
                        + WaitingTexts.MAY_RUN_OUT.ko() + "</span>",
                "About " + ahead + " people are ahead. " + range + "Estimated wait: " + from + "-" + to
                        + " minutes.</span> " + few + WaitingTexts.MAY_RUN_OUT.en() + "</span>"));
        add("</div>");
        if (stand.stands() && view.scene() == Scene.WAITING) {
            paragraph(WaitingTexts.STANDS);
        }
    }

    private static String hiddenIf(boolean hidden) {
        return hidden ? " hidden" : "";
    }

    private void links() {
        if (view.leadsToPlace()) {
            link("/reserve/confirm", WaitingTexts.TO_HELD);
        }
        switch (view.scene()) {
            case JOIN -> link("/check-in", WaitingTexts.TO_CHECK_IN);
            case CALLED -> link(view.wayOn(), WaitingTexts.TO_BOOKING);
            case SPENT -> {
                link("/reservation", WaitingTexts.TO_RESERVATION);
                link("/check-in", WaitingTexts.TO_CHECK_IN);
            }
            case NO_LINE, NOT_YET, SOLD_OUT, CLOSED -> link("/reservation", WaitingTexts.TO_RESERVATION);
            default -> {}
        }
        link("/", WaitingTexts.TO_FIRST_PAGE);
    }

    private void paragraph(LocalizedText text) {
        add("<p>" + both(text));
    }

    private void link(String to, LocalizedText label) {
        add("<p><a href=" + to + ">" + both(label) + "</a>");
    }

    private static String both(LocalizedText text) {
        return text.ko() + " <span lang=en>" + text.en() + "</span>";
    }

    private static LocalizedText escaped(LocalizedText text) {
        return new LocalizedText(escaped(text.ko()), escaped(text.en()));
    }

    private static String escaped(String text) {
        return PersonalNumber.withoutMarks(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
