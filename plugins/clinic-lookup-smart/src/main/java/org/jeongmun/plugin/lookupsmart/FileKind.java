package org.jeongmun.plugin.lookupsmart;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicAvailability;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.FreeSlot;

/** The three kinds of files; a piece of slots has fewer clinics, because a clinic has many days. */
enum FileKind {
    LOCATION("Location", "locations.ndjson", ClinicQuery.MOST) {
        @Override
        void write(ClinicAvailability clinic, Links links, Availability availability, JsonGenerator json)
                throws IOException {
            Resources.location(clinic, json);
        }
    },
    SCHEDULE("Schedule", "schedules.ndjson", ClinicQuery.MOST) {
        @Override
        void write(ClinicAvailability clinic, Links links, Availability availability, JsonGenerator json)
                throws IOException {
            Resources.schedule(clinic, json);
        }
    },
    SLOT("Slot", "slots.ndjson", 25) {
        @Override
        void write(ClinicAvailability clinic, Links links, Availability availability, JsonGenerator json)
                throws IOException {
            if (clinic.freePlaces() == 0) {
                return;
            }
            List<FreeSlot> free = availability.slots(clinic.id()).orElse(List.of());
            for (Day day : Day.of(free)) {
                Resources.slot(clinic, day, links, json);
            }
        }
    };

    private final String resource;
    private final String path;
    private final int clinicsAtOnce;

    FileKind(String resource, String path, int clinicsAtOnce) {
        this.resource = resource;
        this.path = path;
        this.clinicsAtOnce = clinicsAtOnce;
    }

    String resource() {
        return resource;
    }

    String path() {
        return path;
    }

    /** @param cursor where the piece before ended; empty for the first one */
    ClinicQuery piece(Optional<String> province, Optional<String> cursor) {
        return new ClinicQuery(province, Optional.empty(), Optional.empty(), clinicsAtOnce, cursor);
    }

    /** Writes the resources of one clinic. */
    abstract void write(ClinicAvailability clinic, Links links, Availability availability, JsonGenerator json)
            throws IOException;

    /** Writes a piece of a file, a resource a line. */
    void write(ClinicSearch.Page page, Links links, Availability availability, OutputStream out) throws IOException {
        try (JsonGenerator json = Resources.JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter(Resources.EVERY_LINE_ENDS_ITSELF));
            for (ClinicAvailability clinic : page.clinics()) {
                write(clinic, links, availability, json);
            }
        }
    }
}
