package org.jeongmun.web.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.clinic.Slot;
import org.jeongmun.reservation.Reservation;
import org.jeongmun.reservation.Reservation.Place;
import org.jeongmun.schedule.LocalizedText;

/** How parts of a page are written that are its reader's own. Whatever is given is escaped. */
final class OwnMarkup {
    private static final Texts TEXTS = new Texts();

    private OwnMarkup() {}

    /** A text as it is. */
    static String text(String plain) {
        return new Html().text(plain).toString();
    }

    /** A text in both languages, each marked as such. */
    static String both(LocalizedText words) {
        return new Html().both(words).toString();
    }

    /** Where and when to come: the part {@code place}, and {@code second} where a second dose is due. */
    static Map<String, String> places(Reservation reservation, Times times) {
        Map<String, String> places = new HashMap<>();
        places.put("place", place(reservation.place(), times));
        reservation.second().ifPresent(second -> places.put("second", place(second, times)));
        return places;
    }

    private static String place(Place place, Times times) {
        return place(
                times.moment(place.startsAt()), place.clinicName(), place.address(), place.phone(), place.vaccine());
    }

    /** Where and when to come, as a list. */
    static String place(LocalizedText startsAt, String clinic, String address, String phone, String vaccine) {
        Html html = new Html().raw("<dl class=\"place\">\n");
        html.raw("<dt>").both(TEXTS.of("place.startsAt")).raw("</dt>\n<dd>");
        html.both(startsAt).raw("</dd>\n");
        item("place.clinic", clinic, html);
        item("place.address", address, html);
        item("place.phone", phone, html);
        item("place.vaccine", vaccine, html);
        return html.raw("</dl>").toString();
    }

    private static void item(String name, String value, Html html) {
        html.raw("<dt>").both(TEXTS.of(name)).raw("</dt>\n<dd>").text(value).raw("</dd>\n");
    }

    /** Days to choose from. */
    static String dates(Collection<LocalDate> days, LocalDate chosen, Times times) {
        Html html = new Html();
        for (LocalDate day : days) {
            LocalizedText said = times.day(day);
            html.raw("<option")
                    .attribute("value", day.toString())
                    .attribute("selected", day.equals(chosen) ? "selected" : null)
                    .raw(">")
                    .text(said.ko())
                    .raw(" · ")
                    .text(said.en())
                    .raw("</option>\n");
        }
        return html.toString();
    }

    /** The free times of one day at one clinic, to choose from. */
    static String times(List<Slot> slots, String chosen, Times times) {
        Html html = new Html();
        for (Slot slot : slots) {
            String id = slot.id().toString();
            html.raw("<li>\n<input type=\"radio\" name=\"slot\"")
                    .attribute("id", "slot-" + id)
                    .attribute("value", id)
                    .attribute("checked", id.equals(chosen) ? "checked" : null)
                    .raw(" />\n<label")
                    .attribute("for", "slot-" + id)
                    .raw("><span class=\"name\">")
                    .both(times.time(slot.startsAt()))
                    .raw("</span>\n<span class=\"where\">")
                    .text(slot.vaccine())
                    .raw("</span>\n<span class=\"free\">")
                    .both(TEXTS.count("slot.free", slot.free()))
                    .raw("</span></label>\n</li>\n");
        }
        return html.toString();
    }
}
