package org.jeongmun.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jeongmun.clinic.Clinic;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicId;
import org.jeongmun.web.journey.Choice;
import org.jeongmun.web.journey.Journey;
import org.jeongmun.web.journey.JourneyCookies;

/** {@code /reserve/clinic}: where you want to go. */
@Named("clinicPage")
@RequestScoped
public class ClinicPage implements Page {
    @Inject
    private Form form;

    @Inject
    private ClinicFinder finder;

    @Inject
    private ClinicDirectory directory;

    @Inject
    private Journey journey;

    @Inject
    private JourneyCookies cookies;

    private String clinic;

    /** Made by the container. */
    public ClinicPage() {}

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
        finder.look();
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
        Optional<String> chosen = finder.getFound().stream()
                .map(found -> found.clinic().id().value())
                .filter(id -> id.equals(clinic))
                .findFirst();
        return finder.shown().map(search -> List.of(search, chosen));
    }

    /** @return the id that is chosen in the list */
    public String getClinic() {
        return clinic;
    }
}
