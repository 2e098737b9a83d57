package org.jeongmun.web.page;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jeongmun.clinic.Availability;
import org.jeongmun.clinic.Availability.Found;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.ClinicSearch;
import org.jeongmun.clinic.Detail;
import org.jeongmun.identity.Typed;
import org.jeongmun.reservation.RefusalReason;

/** Looks for clinics by province, district and name, as the form of a request asks for them. */
public final class ClinicFinder {
    private static final int LONGEST = 100;

    private final Form form;
    private final ClinicDirectory directory;
    private final Times times;

    private String sido;
    private String sigungu;
    private String q;
    private List<Found> found = List.of();
    private boolean more;

    ClinicFinder(Form form, ClinicDirectory directory, Times times) {
        this.form = form;
        this.directory = directory;
        this.times = times;
    }

    /** From now on says of each clinic what whoever looks in from outside is told: coarse numbers, as by a look-up. */
    void makePublic() {
        found = found.stream().map(ClinicFinder::toPublic).toList();
    }

    private static Found toPublic(Found each) {
        return new Found(each.clinic(), Detail.COARSE.of(each.freePlaces()), each.earliestAt(), each.metres());
    }

    /** Looks. A district of another province counts as not chosen. */
    void look() {
        sido = form.sent("sido");
        sigungu = form.sent("sigungu");
        q = form.sent("q");
        String province = Typed.clean(sido);
        String district = getDistricts().contains(Typed.clean(sigungu)) ? Typed.clean(sigungu) : "";
        String text = Typed.clean(q);
        String name = text.substring(0, Math.min(text.length(), LONGEST));
        Availability seen = directory.search(new ClinicSearch(province, district, name, 0, ClinicSearch.MOST));
        if (seen instanceof Availability.Seen now) {
            found = now.clinics();
            more = now.more();
            return;
        }
        form.refuse(RefusalReason.TRY_AGAIN_LATER, Optional.empty());
    }

    /* What was looked for, and what was found. */
    private record Shown(
            Optional<String> sido,
            Optional<String> sigungu,
            Optional<String> q,
            List<String> provinces,
            List<String> districts,
            List<Found> found,
            boolean more,
            ZoneId zone) {
        /** Of a hundred clinics only what changes from one picture to the next; all of it is compared. */
        @Override
        public int hashCode() {
            int changing = 0;
            for (Found each : found) {
                changing = 31 * changing + Long.hashCode(each.freePlaces());
            }
            return Objects.hash(sido, sigungu, q, more, changing);
        }
    }

    /** @return all that is shown of a search; empty for one that is too long to be kept */
    Optional<Object> shown() {
        if (Stream.of(sido, sigungu, q).anyMatch(typed -> typed != null && typed.length() > LONGEST)) {
            return Optional.empty();
        }
        return Optional.of(new Shown(
                Optional.ofNullable(sido),
                Optional.ofNullable(sigungu),
                Optional.ofNullable(q),
                List.copyOf(getProvinces()),
                List.copyOf(getDistricts()),
                found,
                more,
                times.zone()));
    }

    /** @return every province */
    public Collection<String> getProvinces() {
        return directory.regions().keySet();
    }

    /** @return the districts of the province that was chosen */
    public Collection<String> getDistricts() {
        return directory.regions().getOrDefault(Typed.clean(sido), new TreeSet<>()).stream()
                .filter(district -> !district.isEmpty())
                .toList();
    }

    /** @return whether somebody has looked for something, and not merely come to the page */
    public boolean isSought() {
        return q != null;
    }

    /** @return the clinics that match, the first hundred */
    public List<Found> getFound() {
        return found;
    }

    /** @return whether there are more than are shown */
    public boolean isMore() {
        return more;
    }

    /** @return as chosen */
    public String getSido() {
        return sido;
    }

    /** @return as chosen */
    public String getSigungu() {
        return sigungu;
    }

    /** @return as typed */
    public String getQ() {
        return q;
    }
}
