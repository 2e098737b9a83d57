package org.jeongmun.web.page.tag;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jeongmun.clinic.Availability.Found;
import org.jeongmun.web.page.Times;

/** Says what is free at clinics, many of which have their first free place at the same time. For one answer. */
final class FreePlaces {
    private final Times times;
    private final Map<Instant, String> moments = new HashMap<>();

    FreePlaces(Times times) {
        this.times = times;
    }

    /** Adds how many places are free there, and when the first of them is. */
    void say(Found found, Html html) {
        if (found.freePlaces() <= 0) {
            html.both(MarkupTag.words("clinic.full"));
            return;
        }
        html.raw("<strong>")
                .both(MarkupTag.count("clinic.free", found.freePlaces()))
                .raw("</strong>");
        found.earliestAt().ifPresent(at -> html.raw("<br />").raw(moments.computeIfAbsent(at, this::markup)));
    }

    private String markup(Instant at) {
        return new Html()
                .both(MarkupTag.words("clinic.earliest", times.moment(at)))
                .toString();
    }
}
