package org.jeongmun.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Problem;

/**
 * What an operator typed into one of the desk's forms; an empty text for what was not.
 *
 * @param button which was pressed: {@code on}, {@code off}, {@code announce} or {@code takeBack}, else empty
 */
record DeskForm(String button, String operator, String reason, String until, String ko, String en) {
    private static final int LONGEST = 500;
    private static final List<String> BUTTONS = List.of("on", "off", "announce", "takeBack");

    /** What the overview says after each; its figures may be of a moment before. */
    private static final Map<String, LocalizedText> DONE = Map.of(
            "on",
                    new LocalizedText(
                            "점검을 시작했습니다. 1초 안에 모든 노드가 닫힙니다.", "Maintenance is on; every node is shut within a second."),
            "off",
                    new LocalizedText(
                            "점검을 끝냈습니다. 1초 안에 모든 노드가 일정을 따릅니다.",
                            "Maintenance is off; every node follows the schedule within a second."),
            "announce",
                    new LocalizedText(
                            "공지를 올렸습니다. 5초 안에 모든 화면에 나타납니다.", "Announced; every page shows it within five seconds."),
            "takeBack",
                    new LocalizedText(
                            "공지를 내렸습니다. 5초 안에 모든 화면에서 사라집니다.", "Taken back; no page shows it after five seconds."));

    static DeskForm empty() {
        return new DeskForm("", "", "", "", "", "");
    }

    /** @return what to say after a button was pressed; empty for what is no button */
    static Optional<LocalizedText> done(String button) {
        return Optional.ofNullable(button).map(DONE::get);
    }

    /** @return where the overview says what was done */
    String doneAt() {
        return switch (button) {
            case "on" -> "/desk/?done=on";
            case "off" -> "/desk/?done=off";
            case "announce" -> "/desk/?done=announce";
            default -> "/desk/?done=takeBack";
        };
    }

    static DeskForm of(HttpServletRequest request) {
        String pressed = BUTTONS.stream()
                .filter(button -> request.getParameter(button) != null)
                .findFirst()
                .orElse("");
        return new DeskForm(
                pressed,
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
        boolean maintenance = button.equals("on") || button.equals("off");
        return !button.isEmpty() && maintenance == path.endsWith("/maintenance");
    }

    /** @return what must be written differently */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        Consumer<Problem> note = problems::add;
        check(
                button.equals("on") || button.equals("off") ? "operator" : "announcer",
                operator,
                new LocalizedText("담당자", "Operator"),
                note);
        if (button.equals("on")) {
            check("reason", reason, new LocalizedText("사유", "Reason"), note);
        }
        if (button.equals("announce")) {
            check("ko", ko, new LocalizedText("한국어 공지", "Announcement in Korean"), note);
            check("en", en, new LocalizedText("영어 공지", "Announcement in English"), note);
        }
        if (button.isEmpty()) {
            note.accept(new Problem("", new LocalizedText("버튼을 하나 눌러 주세요.", "Press one of the buttons.")));
        }
        return problems;
    }

    private static void check(String field, String text, LocalizedText name, Consumer<Problem> note) {
        if (text.isEmpty() || text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
            note.accept(new Problem(
                    field,
                    new LocalizedText(
                            "%s: %d자 이내의 한 줄로 적어 주세요.".formatted(name.ko(), LONGEST),
                            "%s: write one line of at most %d characters.".formatted(name.en(), LONGEST))));
        }
    }

    /**
     * What is told where the switches refuse what was typed. All else has been checked before, so of maintenance it is
     * the moment that was promised.
     */
    Problem refused(String because) {
        return button.equals("on")
                ? new Problem(
                        "until",
                        new LocalizedText(
                                "다음 안내 시각: 앞으로 올 시각을 예약 일정의 시간대로 적어 주세요. 예: 2021-07-14T21:00",
                                "Next update: write a time to come, in the campaign's time zone, such as 2021-07-14T21:00."))
                : new Problem("", new LocalizedText("처리하지 못했습니다: " + because, "Not done: " + because));
    }

    /** Does what the button says. @return what to tell the operator */
    String pressedOn(DeskControlMXBean switches) {
        return switch (button) {
            case "on" -> switches.maintenanceOn(operator, reason, until);
            case "off" -> switches.maintenanceOff(operator);
            case "announce" -> switches.announce(operator, ko, en);
            default -> switches.takeAnnouncementBack(operator);
        };
    }
}
