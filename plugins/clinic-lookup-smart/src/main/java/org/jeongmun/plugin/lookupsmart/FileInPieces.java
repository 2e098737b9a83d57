package org.jeongmun.plugin.lookupsmart;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.LookupAnswer;

/**
 * A file of a province or of the nation. It has a page of clinics in hand and no more; the next is looked for when its
 * lines are wanted, so they say what is free then, however slowly the file is read.
 */
final class FileInPieces implements LookupAnswer.Pieces {
    private final FileKind kind;
    private final Optional<String> province;
    private final Links links;
    private final Availability availability;
    private ClinicSearch.Page page;
    private Optional<String> next;

    FileInPieces(
            FileKind kind, Optional<String> province, ClinicSearch.Page first, Links links, Availability availability) {
        this.kind = kind;
        this.province = province;
        this.page = first;
        this.next = first.next();
        this.links = links;
        this.availability = availability;
    }

    @Override
    public boolean writeNext(OutputStream out) throws IOException {
        if (page == null) {
            look();
        }
        if (page != null) {
            kind.write(page, links, availability, out);
            next = page.next();
            page = null;
        }
        return next.isPresent();
    }

    /** When availability closes on the way the portal cuts the file off, whatever is said here. */
    private void look() {
        if (availability.clinics(kind.piece(province, next)) instanceof ClinicSearch.Page found) {
            page = found;
        } else {
            next = Optional.empty();
        }
    }
}
