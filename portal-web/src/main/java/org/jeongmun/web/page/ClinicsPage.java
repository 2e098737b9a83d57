package org.jeongmun.web.page;

import java.util.Optional;

/** {@code /clinics}: where places are free, for whoever looks in. */
public final class ClinicsPage implements Page {
    private final Form form;
    private final ClinicFinder search;

    ClinicsPage(Form form, ClinicFinder search) {
        this.form = form;
        this.search = search;
    }

    @Override
    public void act() {
        form.begin();
        search.look();
        search.makePublic();
    }

    @Override
    public Optional<Object> shown() {
        return search.shown();
    }

    /** @return what was looked for, and what was found */
    public ClinicFinder getSearch() {
        return search;
    }
}
