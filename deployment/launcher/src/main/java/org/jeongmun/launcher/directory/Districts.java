package org.jeongmun.launcher.directory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** The country as it was in 2021: 17 sido with their 228 sigungu, and Sejong without any. */
final class Districts {
    private static final Comparator<District> MOST_POPULOUS_FIRST =
            Comparator.comparingInt(District::population).reversed();

    private final List<District> all;

    /** Reads the list that lies in portal.jar. */
    Districts() {
        try (InputStream file = Districts.class.getResourceAsStream("districts.csv");
                InputStreamReader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
            all = records.stream().map(Districts::district).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return every district, sido by sido */
    List<District> all() {
        return all;
    }

    /**
     * Shares clinics out: first one for each sido, then one for each district, and from there on in proportion to
     * population (the method of Webster and Sainte-Laguë).
     *
     * @return the district of each clinic; the same list for fewer clinics is the beginning of the one for more
     */
    List<District> ofClinics(int clinics) {
        List<District> shared = new ArrayList<>(clinics);
        for (District district : firstRound()) {
            if (shared.size() == clinics) {
                return shared;
            }
            shared.add(district);
        }
        PriorityQueue<Claim> claims = new PriorityQueue<>();
        for (int index = 0; index < all.size(); index++) {
            claims.add(new Claim(all.get(index), index, 1));
        }
        while (shared.size() < clinics) {
            Claim strongest = claims.remove();
            shared.add(strongest.district());
            claims.add(strongest.served());
        }
        return shared;
    }

    private List<District> firstRound() {
        List<District> sorted = all.stream().sorted(MOST_POPULOUS_FIRST).toList();
        List<District> round = new ArrayList<>();
        Set<String> sidos = new HashSet<>();
        for (District district : sorted) {
            if (sidos.add(district.sido())) {
                round.add(district);
            }
        }
        Set<District> already = new HashSet<>(round);
        sorted.stream().filter(district -> !already.contains(district)).forEach(round::add);
        return round;
    }

    private static District district(NamedCsvRecord row) {
        return new District(
                row.getField("sido"),
                row.getField("sigungu"),
                Integer.parseInt(row.getField("population_thousands")),
                Double.parseDouble(row.getField("latitude")),
                Double.parseDouble(row.getField("longitude")));
    }

    /** What a district with so many clinics may claim; equal claims go by the order of the list. */
    private record Claim(District district, int index, int clinics) implements Comparable<Claim> {
        Claim served() {
            return new Claim(district, index, clinics + 1);
        }

        @Override
        public int compareTo(Claim other) {
            // population / (2n + 1), compared without a division.
            int byQuotient = Long.compare(
                    (long) other.district.population() * (2L * clinics + 1),
                    (long) district.population() * (2L * other.clinics + 1));
            return byQuotient != 0 ? byQuotient : Integer.compare(index, other.index);
        }
    }
}
