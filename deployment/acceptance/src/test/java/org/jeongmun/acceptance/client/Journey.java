package org.jeongmun.acceptance.client;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The way from the notice to a code, step by step over plain HTTP, by the field names of the public contract alone.
 * Each step returns the answer to its POST, and the step after it begins where that leads.
 */
public final class Journey {
    private static final int NUMBER_AT = 27;

    private final Citizen citizen;
    private final Visitor visitor;

    /** Begins at the notice. */
    public Journey(URI portal, Citizen citizen) {
        this.citizen = citizen;
        visitor = new Visitor(portal);
    }

    /** @return who walks */
    public Citizen citizen() {
        return citizen;
    }

    /** @return the browser, with all its cookies */
    public Visitor visitor() {
        return visitor;
    }

    /** Says who this is. @return the answer: a redirect to the clinics for somebody who may come */
    public Page checkIn() {
        Form form = look("/check-in")
                .formWith("birthDate")
                .with("name", citizen.name())
                .with("birthDate", citizen.birthDate())
                .with("phone", citizen.phone());
        return patiently(() -> form.press("continue"));
    }

    private Page look(String path) {
        return patiently(() -> visitor.get(path));
    }

    /** Asks again while the answer says to come back in a moment, as the person would. @return the last answer */
    public static Page patiently(Callable<Page> step) {
        AtomicReference<Page> last = new AtomicReference<>();
        try {
            Awaitility.await("an answer")
                    .pollInSameThread()
                    // Hundreds do so at once, and one is not to stumble over what another throws.
                    .dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        last.set(step.call());
                        return !last.get().saysLater();
                    });
        } catch (ConditionTimeoutException stillLater) {
            return last.get();
        }
        return last.get();
    }

    /** Begins in a browser that somebody else has used before. */
    public Journey(Visitor browser, Citizen citizen) {
        this.citizen = citizen;
        visitor = browser;
    }

    /** Says who this is and waits until it is their turn; the clinics are open then. */
    public Journey toTheEndOfTheLine() {
        Page answer = checkIn();
        if (!answer.redirect().equals("303 /waiting") && !answer.redirect().equals("303 /reserve/clinic")) {
            throw new AssertionError("Expected the line or the clinics, got " + answer);
        }
        Awaitility.await("the turn of somebody in line")
                .atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> visitor.get("/reserve/clinic").status() == 200);
        return this;
    }

    /** @return the number on the ticket that this browser carries */
    public long number() {
        byte[] ticket = Base64.getUrlDecoder()
                .decode(visitor.cookie("jeongmun-ticket").orElseThrow(() -> new AssertionError("There is no ticket.")));
        return ByteBuffer.wrap(ticket).getLong(NUMBER_AT);
    }

    /** Chooses one of the clinics that are offered. @return the answer: a redirect to the slots */
    public Page chooseClinic() {
        Page page = look("/reserve/clinic");
        if (!page.offers("clinic")) {
            Form search = page.formWith("sido");
            page = found(search.with("sido", search.choices("sido").get(0)));
        }
        Form form = page.formWith("clinic").with("clinic", citizen.likes(page.choices("clinic")));
        return patiently(() -> form.press("continue"));
    }

    /** Chooses a clinic by its name. @return the answer: a redirect to the slots */
    public Page chooseClinic(String name) {
        Page clinics = found(look("/reserve/clinic").formWith("q").with("q", name));
        List<String> choices = clinics.choices("clinic");
        if (choices.isEmpty()) {
            throw new AssertionError("No clinic with a place on " + clinics);
        }
        Form form = clinics.formWith("clinic").with("clinic", choices.get(0));
        return patiently(() -> form.press("continue"));
    }

    private static Page found(Form search) {
        Page found = patiently(() -> search.press("search"));
        return found.status() == 303 ? patiently(found::follow) : found;
    }

    /** @return the form with the slots of the first day that has any */
    public Form slots() {
        Page page = look("/reserve/slot");
        if (page.offers("slot")) {
            return page.formWith("slot");
        }
        for (String date : page.choices("date")) {
            Page ofDay = look("/reserve/slot?date=" + date);
            if (ofDay.offers("slot")) {
                return ofDay.formWith("slot");
            }
        }
        throw new AssertionError("No slot on any day of " + page);
    }

    /**
     * Chooses one of the slots that are offered, which holds a place; and another one when that was just taken by
     * somebody else, as the page may be a second old.
     *
     * @return the answer: a redirect to the confirmation
     */
    public Page chooseSlot() {
        Form form = slots();
        Page answer = press(form, citizen.likes(form.choices("slot")));
        for (int again = 0; answer.status() == 422 && again < 5; again++) {
            List<String> choices = answer.choices("slot");
            if (choices.isEmpty()) {
                return answer;
            }
            answer = press(answer.formWith("slot"), choices.get(choices.size() * (again + 1) / 7));
        }
        return answer;
    }

    /** Chooses a slot by its id, which holds it. @return the answer: a redirect to the confirmation */
    public Page chooseSlot(String id) {
        return press(slots(), id);
    }

    private static Page press(Form slots, String id) {
        Form chosen = slots.with("slot", id);
        return patiently(() -> chosen.press("continue"));
    }

    /** @return the form that confirms */
    public Form confirmation() {
        return look("/reserve/confirm").formWith("agree").tick("agree");
    }

    /** Agrees and confirms. @return the answer: a redirect to the receipt */
    public Page confirm() {
        Form form = confirmation();
        return patiently(() -> form.press("confirm"));
    }

    /** @return the code on the receipt */
    public String code() {
        Page done = look("/reserve/done");
        return done.text("reservationCode").orElseThrow(() -> new AssertionError("No code on " + done));
    }

    /** Walks up to the clinic's slots. */
    public Journey toSlots() {
        expect(checkIn(), "303 /reserve/clinic");
        expect(chooseClinic(), "303 /reserve/slot");
        return this;
    }

    /** Walks until a place is held. */
    public Journey toHold() {
        toSlots();
        expect(chooseSlot(), "303 /reserve/confirm");
        return this;
    }

    /** Walks the whole way. @return the code */
    public String toCode() {
        toHold();
        expect(confirm(), "303 /reserve/done");
        return code();
    }

    private static void expect(Page page, String redirect) {
        if (!page.redirect().equals(redirect)) {
            throw new AssertionError("Expected %s, got %s".formatted(redirect, page));
        }
    }

    /** @return every step before a place is confirmed, in their order */
    public static List<String> steps() {
        return List.of("/reserve/clinic", "/reserve/slot", "/reserve/confirm");
    }
}
