package org.jeongmun.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.SlotId;
import org.jeongmun.identity.Typed;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Problem;
import org.jeongmun.web.page.TypedIdentity;

/**
 * What an agent typed for a caller; an empty text for what was not.
 *
 * @param agent who assists
 * @param clinic where the caller wants to go
 * @param timesOf the clinic whose times the page showed; empty where it showed none
 * @param slot when
 * @param step what is to be done
 */
record AssistedForm(
        String agent,
        String name,
        String birthDate,
        String phone,
        String q,
        String clinic,
        String timesOf,
        String slot,
        Step step) {
    private static final int LONGEST_AGENT = 100;
    private static final int LONGEST_SEARCH = 100;

    /** What an agent does for a caller. */
    enum Step {
        /** Looks up what there is. */
        LOOK,
        /** Gets the caller a place in line. */
        JOIN,
        /** Books the chosen time. */
        BOOK
    }

    static AssistedForm empty() {
        return new AssistedForm("", "", "", "", "", "", "", "", Step.LOOK);
    }

    /** @return for the next caller of the same agent */
    AssistedForm ofNextCaller() {
        return new AssistedForm(agent, "", "", "", q, clinic, "", "", Step.LOOK);
    }

    /** @return the same, for what there is to choose from */
    AssistedForm onlyLooking() {
        return new AssistedForm(agent, name, birthDate, phone, q, clinic, timesOf, slot, Step.LOOK);
    }

    static AssistedForm of(HttpServletRequest request) {
        return new AssistedForm(
                typed(request, "agent"),
                typed(request, "name"),
                typed(request, "birthDate"),
                typed(request, "phone"),
                typed(request, "q"),
                typed(request, "clinic"),
                typed(request, "timesOf"),
                typed(request, "slot"),
                step(request));
    }

    private static Step step(HttpServletRequest request) {
        if (request.getParameter("book") != null) {
            return Step.BOOK;
        }
        return request.getParameter("join") != null ? Step.JOIN : Step.LOOK;
    }

    private static String typed(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    /** @return what must be written differently; the same rules as at check-in */
    List<Problem> problems(LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (Typed.line(agent, LONGEST_AGENT).isEmpty()) {
            problems.add(new Problem("agent", new LocalizedText("상담원 이름을 한 줄로 적어 주세요.", "Agent: write one line.")));
        }
        TypedIdentity caller = caller(today);
        if (caller.name().isEmpty()) {
            problems.add(new Problem("name", new LocalizedText("이름을 입력해 주세요.", "Write the caller's name.")));
        }
        if (caller.born().isEmpty()) {
            problems.add(new Problem(
                    "birthDate",
                    new LocalizedText(
                            "생년월일을 숫자 8자리로 입력해 주세요. 실제로 있는 지난 날짜인지 확인해 주세요.",
                            "Write the date of birth as 8 digits, a past day of the calendar.")));
        }
        if (caller.phone().isEmpty()) {
            problems.add(new Problem(
                    "phone", new LocalizedText("0으로 시작하는 전화번호를 입력해 주세요.", "Write a phone number that begins with 0.")));
        }
        if (q.length() > LONGEST_SEARCH) {
            problems.add(
                    new Problem("q", new LocalizedText("의료기관 이름이 너무 깁니다.", "The name of the clinic is too long.")));
        }
        if (step == Step.BOOK && !timesOf.isEmpty() && !timesOf.equals(clinic)) {
            problems.add(new Problem(
                    "clinic",
                    new LocalizedText(
                            "보여 드린 시간은 다른 의료기관의 시간입니다. 다시 찾아 골라 주세요.",
                            "The times shown are another clinic's. Look this one up and choose again.")));
        } else if (step == Step.BOOK && chosenSlot().isEmpty()) {
            problems.add(new Problem(
                    // Where all else is right, the times are shown again.
                    problems.isEmpty() && !timesOf.isEmpty() ? "slot" : "clinic",
                    new LocalizedText("의료기관을 찾아 시간을 하나 골라 주세요.", "Look a clinic up. Choose a time.")));
        }
        return problems;
    }

    TypedIdentity caller(LocalDate today) {
        return TypedIdentity.of(name, birthDate, phone, today);
    }

    Optional<ClinicId> chosenClinic() {
        return Optional.of(clinic).filter(ClinicId::isWellFormed).map(ClinicId::new);
    }

    Optional<SlotId> chosenSlot() {
        return SlotId.parse(slot);
    }
}
