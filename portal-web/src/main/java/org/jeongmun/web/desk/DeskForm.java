package org.jeongmun.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jeongmun.identity.Typed;
import org.jeongmun.lock.DeskMXBean;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Problem;

/**
 * What an operator typed into one of the desk's forms; an empty text for what was not.
 *
 * @param button which was pressed; empty for none
 */
record DeskForm(Optional<Button> button, String operator, String reason, String until, String ko, String en) {
    private static final String MAINTENANCE = "/desk/maintenance";
    private static final String ANNOUNCEMENT = "/desk/announcement";

    /** A button of the desk, with what the overview says after it; its figures may be of a moment before. */
    enum Button {
        /** Shuts everything. */
        ON(
                "on",
                MAINTENANCE,
                "operator",
                new LocalizedText(
                        "점검을 시작했습니다. 1초 안에 모든 노드가 닫힙니다.", "Maintenance is on; every node is shut within a second.")),
        /** Lets the schedule rule again. */
        OFF(
                "off",
                MAINTENANCE,
                "operator",
                new LocalizedText(
                        "점검을 끝냈습니다. 1초 안에 모든 노드가 일정을 따릅니다.",
                        "Maintenance is off; every node follows the schedule within a second.")),
        /** Tells everybody something. */
        ANNOUNCE(
                "announce",
                ANNOUNCEMENT,
                "announcer",
                new LocalizedText(
                        "공지를 올렸습니다. 5초 안에 모든 화면에 나타납니다.", "Announced; every page shows it within five seconds.")),
        /** Takes that back. */
        TAKE_BACK(
                "takeBack",
                ANNOUNCEMENT,
                "announcer",
                new LocalizedText(
                        "공지를 내렸습니다. 5초 안에 모든 화면에서 사라집니다.", "Taken back; no page shows it after five seconds."));

        private final String parameter;
        private final String path;
        private final String operatorField;
        private final LocalizedText done;

        Button(String parameter, String path, String operatorField, LocalizedText done) {
            this.parameter = parameter;
            this.path = path;
            this.operatorField = operatorField;
            this.done = done;
        }

        private static Optional<Button> first(Predicate<Button> wanted) {
            return Arrays.stream(values()).filter(wanted).findFirst();
        }
    }

    static DeskForm empty() {
        return new DeskForm(Optional.empty(), "", "", "", "", "");
    }

    /** @return what to say after a button was pressed; empty for what is no button */
    static Optional<LocalizedText> done(String button) {
        return Button.first(each -> each.parameter.equals(button)).map(each -> each.done);
    }

    /** @return where the overview says what was done */
    String doneAt() {
        // Written out: who looks for redirects that a request could lead astray follows literals alone.
        return switch (pressed()) {
            case ON -> "/desk/?done=on";
            case OFF -> "/desk/?done=off";
            case ANNOUNCE -> "/desk/?done=announce";
            case TAKE_BACK -> "/desk/?done=takeBack";
        };
    }

    static DeskForm of(HttpServletRequest request) {
        return new DeskForm(
                Button.first(each -> request.getParameter(each.parameter) != null),
                typed(request, "operator"),
                typed(request, "reason"),
                typed(request, "until"),
                typed(request, "ko"),
                typed(request, "en"));
    }

    private static String typed(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    /** @return whether the form that goes to that path has this button */
    boolean belongsTo(String path) {
        return button.filter(each -> each.path.equals(path)).isPresent();
    }

    /** @return the button, where one was pressed */
    Button pressed() {
        return button.orElseThrow();
    }

    /** @return what must be written differently for the button that was pressed */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Consumer<Problem> note = problems::add;
        check(pressed().operatorField, operator, new LocalizedText("담당자", "Operator"), note);
        if (pressed() == Button.ON) {
            check("reason", reason, new LocalizedText("사유", "Reason"), note);
        }
        if (pressed() == Button.ANNOUNCE) {
            check("ko", ko, new LocalizedText("한국어 공지", "Announcement in Korean"), note);
            check("en", en, new LocalizedText("영어 공지", "Announcement in English"), note);
        }
        return problems;
    }

    private static void check(String field, String text, LocalizedText name, Consumer<Problem> note) {
        if (Typed.line(text, Typed.LONGEST_LINE).isEmpty()) {
            note.accept(new Problem(
                    field,
                    new LocalizedText(
                            "%s: %d자 이내의 한 줄로 적어 주세요.".formatted(name.ko(), Typed.LONGEST_LINE),
                            "%s: write one line of at most %d characters.".formatted(name.en(), Typed.LONGEST_LINE))));
        }
    }

    /**
     * What is told where the switches refuse what was typed. All else has been checked before, so of maintenance it is
     * the moment that was promised.
     */
    Problem refused(String because) {
        return pressed() == Button.ON
                ? new Problem(
                        "until",
                        new LocalizedText(
                                "다음 안내 시각: 앞으로 올 시각을 예약 일정의 시간대로 적어 주세요. 예: 2021-07-14T21:00",
                                "Next update: write a time to come, in the campaign's time zone, such as 2021-07-14T21:00."))
                : new Problem("", new LocalizedText("처리하지 못했습니다: " + because, "Not done: " + because));
    }

    /** Does what the button says. @return what to tell the operator */
    String pressedOn(DeskMXBean switches) {
        return switch (pressed()) {
            case ON -> switches.maintenanceOn(operator, reason, until);
            case OFF -> switches.maintenanceOff(operator);
            case ANNOUNCE -> switches.announce(operator, ko, en);
            case TAKE_BACK -> switches.takeAnnouncementBack(operator);
        };
    }
}
