package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Slot;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.Reservation.Place;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.WindowId;
import org.jeongmun.web.page.Problem;
import org.jeongmun.web.page.Times;
import org.jeongmun.web.state.PortalState;

/** The page on which an agent books for a caller, in both languages. Every text is escaped. */
@Singleton
final class AssistedPage {
    private static final DeskTemplate TEMPLATE = DeskTemplate.of("assisted.mustache");
    private static final int MOST_CLINICS = 20;
    private static final int MOST_SLOTS = 400;

    @Inject
    private PortalState state;

    @Inject
    private ClinicDirectory directory;

    @Inject
    private DeskGuard guard;

    @Inject
    private Times times;

    /** A choice of the form, with the words for it. */
    record Option(String value, String words, boolean chosen) {}

    /** What the page shows, beside the form. */
    static final class View {
        private final Map<String, Object> names = new HashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        View problem(LocalizedText text) {
            return problem(new Problem("", text));
        }

        View problem(Problem problem) {
            problems.add(problem);
            return this;
        }

        View with(String name, Object value) {
            names.put(name, value);
            return this;
        }
    }

    String render(AssistedForm form, View view) {
        Map<String, Object> names = new HashMap<>(view.names);
        names.put("demo", state.knowledge().demo());
        names.put("form", form);
        names.put("token", guard.token());
        return TEMPLATE.render(names, view.problems);
    }

    /** @return the clinics that match, with what is free for anybody */
    List<Option> clinics(String name) {
        if (!(directory.search(new ClinicSearch("", "", name, 0, MOST_CLINICS)) instanceof Availability.Seen seen)) {
            return List.of();
        }
        return seen.clinics().stream()
                .map(found -> new Option(found.clinic().id().value(), words(found), false))
                .toList();
    }

    private static String words(Availability.Found found) {
        Clinic clinic = found.clinic();
        return "%s · %s %s · %s".formatted(clinic.name(), clinic.sido(), clinic.sigungu(), free(found.freePlaces()));
    }

    /** @return what is free at a clinic for the people of that window */
    List<Option> slots(ClinicId clinic, WindowId window, String chosen) {
        return directory.freeSlots(clinic, window).values().stream()
                .flatMap(List::stream)
                .limit(MOST_SLOTS)
                .map(slot -> new Option(
                        slot.id().toString(), words(slot), slot.id().toString().equals(chosen)))
                .toList();
    }

    private String words(Slot slot) {
        return "%s · %s · %s".formatted(said(slot.startsAt()), slot.vaccine(), free(slot.free()));
    }

    private String said(Instant moment) {
        LocalizedText words = times.moment(moment);
        return words.ko() + " " + words.en();
    }

    private static String free(long places) {
        return "%d자리 %d free".formatted(places, places);
    }

    /** @return what an agent reads out */
    Map<String, Object> booked(Reservation reservation) {
        Map<String, Object> booked = new HashMap<>();
        booked.put("code", reservation.code().value());
        booked.put("place", words(reservation.place()));
        reservation.second().ifPresent(second -> booked.put("second", words(second)));
        return booked;
    }

    private String words(Place place) {
        return "%s · %s · %s".formatted(said(place.startsAt()), place.clinicName(), place.vaccine());
    }
}
