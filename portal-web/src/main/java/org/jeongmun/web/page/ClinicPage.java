package org.jeongmun.web.page;

import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.web.journey.Choice;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.JourneyCookies;

/** {@code /reserve/clinic}: where you want to go. */
public final class ClinicPage implements Page {
    private final Form form;
    private final Journey journey;
    private final ClinicFinder search;
    private final ClinicDirectory directory;
    private final JourneyCookies cookies;

    private String clinic;

    ClinicPage(Form form, Journey journey, ClinicFinder search, ClinicDirectory directory, JourneyCookies cookies) {
        this.form = form;
        this.journey = journey;
        this.search = search;
        this.directory = directory;
        this.cookies = cookies;
    }

    /** Takes the form, if one was sent; a search alone chooses nothing. */
    @Override
    public void act() {
        form.begin();
        clinic = form.sent("clinic");
        if (form.isSent() && (form.pressed("continue") || !form.pressed("search"))) {
            choose();
        }
        if (form.isAnswered()) {
            return;
        }
        if (clinic == null) {
            clinic = journey.choice().clinic().map(ClinicId::value).orElse(null);
        }
        search.look();
    }

    private void choose() {
        Optional<Clinic> chosen = Optional.ofNullable(clinic)
                .filter(ClinicId::isWellFormed)
                .map(ClinicId::new)
                .flatMap(directory::clinic);
        if (chosen.isEmpty()) {
            form.problem("clinic", "clinic.problem");
            return;
        }
        cookies.write(Choice.CARRIED, journey.choice().at(chosen.get().id()), form.response());
        form.goTo("/reserve/slot");
    }

    /** @return what it shows of the search, and which clinic is chosen in the list */
    @Override
    public Optional<Object> shown() {
        Optional<String> chosen = search.getFound().stream()
                .map(found -> found.clinic().id().value())
                .filter(id -> id.equals(clinic))
                .findFirst();
        return search.shown().map(shown -> List.of(shown, chosen));
    }

    /** @return what was looked for, and what was found */
    public ClinicFinder getSearch() {
        return search;
    }

    /** @return the id that is chosen in the list */
    public String getClinic() {
        return clinic;
    }
}
