package org.jeongmun.web.page.tag;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jeongmun.clinic.Availability.Found;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.web.page.Html;
import org.jeongmun.web.page.Times;

/** Says what is free at clinics, many of which have their first free place at the same time. For one answer. */
final class FreePlaces {
    private static final int MANY = 10;

    private final Times times;
    private final Map<Instant, String> moments = new HashMap<>();

    FreePlaces(Times times) {
        this.times = times;
    }

    /** Adds how many places are free there, and when the first of them is. */
    void say(Found found, Html html) {
        say(found, MarkupTag.count("clinic.free", found.freePlaces()), html);
    }

    /** Adds the same in steps, for who looks in from outside; {@code found} has the lower bound of a step. */
    void sayCoarsely(Found found, Html html) {
        boolean few = found.freePlaces() < MANY;
        LocalizedText many = MarkupTag.count("clinic.freeAtLeast", found.freePlaces());
        say(found, few ? MarkupTag.words("clinic.freeFew") : many, html);
    }

    private void say(Found found, LocalizedText howMany, Html html) {
        if (found.freePlaces() <= 0) {
            html.both(MarkupTag.words("clinic.full"));
            return;
        }
        html.raw("<strong>").both(howMany).raw("</strong>");
        found.earliestAt().ifPresent(at -> html.raw("<br />").raw(moments.computeIfAbsent(at, this::markup)));
    }

    private String markup(Instant at) {
        return new Html()
                .both(MarkupTag.words("clinic.earliest", times.moment(at)))
                .toString();
    }
}
