package org.jeongmun.web.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jeongmun.lock.DeskMXBean;
import org.jeongmun.lock.Handles;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.waitingroom.Lines;
import org.jeongmun.web.config.NodeName;
import org.jeongmun.web.gate.InFlight;
import org.jeongmun.web.gate.RefusedRequests;
import org.jeongmun.web.page.Problem;
import org.jeongmun.web.state.PortalState;

/** The one page of the desk, in both languages. Every text is escaped. */
@Singleton
final class DeskPage {
    private static final DeskTemplate TEMPLATE = DeskTemplate.of("desk.mustache");

    @Inject
    private PortalState state;

    @Inject
    private Bookable bookable;

    @Inject
    private InFlight inFlight;

    @Inject
    private RefusedRequests refusals;

    @Inject
    private Lines lines;

    @Inject
    private DeskReading reading;

    @Inject
    private BookingCounts bookings;

    @Inject
    private DeskGuard guard;

    /** @return the overview, which renews itself; with what to say of a button that was pressed */
    String overview(Optional<LocalizedText> done) {
        Map<String, Object> names = names();
        done.ifPresent(text -> names.put("done", text));
        return TEMPLATE.render(names, List.of());
    }

    /**
     * Renders the overview with the forms, which does not renew itself under the operator's hands.
     *
     * @param form what was typed into them
     * @param problems what was wrong with that
     */
    String forms(DeskForm form, List<Problem> problems) {
        Map<String, Object> names = names();
        names.put("changing", true);
        names.put("canSwitch", Handles.find(DeskMXBean.NAME, DeskMXBean.class).isPresent());
        names.put("form", form);
        names.put("token", guard.token());
        return TEMPLATE.render(names, problems);
    }

    private Map<String, Object> names() {
        refusals.settle();
        Map<String, Object> names = new HashMap<>();
        names.put("node", NodeName.ofThisNode());
        names.put("demo", state.knowledge().demo());
        names.put("facts", DeskFacts.of(state.view(), refusals.total()));
        names.put("bookable", bookable.isBookable());
        names.put("reason", bookable.reason());
        names.put("reasonWords", DeskWords.of(bookable.reason()));
        names.put("renewal", DeskAnswer.RENEWAL.text());
        names.put("inFlight", inFlight.count());
        names.put("lines", DeskLine.all(lines));
        names.put("linesStand", !lines.all().isEmpty() && lines.isFrozen());
        names.put(
                "places", state.freePlaces().map(count -> Long.toString(count)).orElse("–"));
        state.knowledge().announcement().ifPresent(text -> names.put("announcement", text));
        Optional<DeskNumbers> numbers = reading.numbers();
        names.put("silent", numbers.isEmpty());
        bookings.latest().ifPresent(counts -> names.put("bookings", counts));
        numbers.ifPresent(known -> {
            names.put("numbers", known);
            known.maintenance().ifPresent(on -> names.put("maintenance", on));
        });
        return names;
    }
}
