package org.jeongmun.launcher.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jeongmun.supply.Days;
import org.jeongmun.supply.Pool;
import org.jeongmun.supply.PoolId;
import org.jeongmun.supply.Release;

/** Reads what a campaign file says under {@code pools}. */
final class PoolsReader {
    private static final Set<String> KEYS = Set.of("id", "vaccine", "days", "releases");
    private static final Set<String> RELEASE_KEYS = Set.of("at", "add", "by");
    private static final int MOST = 999_999_999;
    private static final String DAYS = "days %s: write the first and the last day as 2021-07-26/2021-08-07.";

    private final LocalTimes times;
    private final Predicate<String> isVaccine;
    private final Faults faults;
    private final List<Pool> pools = new ArrayList<>();
    private final Map<PoolId, Integer> lines = new HashMap<>();

    PoolsReader(LocalTimes times, Predicate<String> isVaccine, Faults faults) {
        this.times = times;
        this.isVaccine = isVaccine;
        this.faults = faults;
    }

    void read(List<YamlNode> items) {
        for (YamlNode item : items) {
            Group.of(item, "a pool", faults).ifPresent(this::readOne);
        }
    }

    /** @return the pools without a fault */
    List<Pool> pools() {
        return pools;
    }

    /** @return the lines of all pools, be they with faults of their own */
    Map<PoolId, Integer> lines() {
        return lines;
    }

    private void readOne(Group group) {
        int before = faults.count();
        group.refuseAllBut(KEYS);
        Optional<PoolId> id = group.requiredId("id", PoolId::new);
        if (id.isPresent() && lines.putIfAbsent(id.get(), group.line()) != null) {
            faults.add(group.lineOf("id"), "Two pools are called %s. Rename one of them.", id.get());
        }
        Optional<YamlNode.Scalar> vaccine = group.optional("vaccine");
        vaccine.filter(named -> !isVaccine.test(named.text()))
                .ifPresent(unknown -> faults.add(
                        unknown.line(), "No vaccine is called %s. Add it to vaccines.", Quoted.of(unknown.text())));
        Optional<Days> days = group.optional("days").flatMap(this::days);
        List<Release> releases = releases(group.requiredItems("releases"));
        if (faults.count() == before && id.isPresent()) {
            pools.add(new Pool(id.get(), vaccine.map(YamlNode.Scalar::text), days, releases));
        }
    }

    private Optional<Days> days(YamlNode.Scalar text) {
        int between = text.text().indexOf('/');
        try {
            return Optional.of(new Days(
                    LocalDate.parse(text.text().substring(0, Math.max(0, between))),
                    LocalDate.parse(text.text().substring(between + 1))));
        } catch (DateTimeException | IllegalArgumentException notTwoDays) {
            faults.add(text.line(), DAYS, Quoted.of(text.text()));
            return Optional.empty();
        }
    }

    private List<Release> releases(List<YamlNode> items) {
        List<Release> releases = new ArrayList<>();
        Set<Instant> moments = new HashSet<>();
        for (YamlNode item : items) {
            Group.of(item, "a release", faults).flatMap(this::release).ifPresent(release -> {
                if (!moments.add(release.at())) {
                    faults.add(item.line(), "Two releases of this pool are at the same time. Make them one.");
                }
                releases.add(release);
            });
        }
        return releases;
    }

    private Optional<Release> release(Group group) {
        int before = faults.count();
        group.refuseAllBut(RELEASE_KEYS);
        Optional<Instant> at = times.moment("at", group.required("at"));
        group.required("add");
        int add = group.number("add", 1, MOST, 1);
        SortedMap<String, Long> bySido = new TreeMap<>();
        if (group.isGroup("by")) {
            bySido.putAll(bySido(group.group("by").orElseThrow()));
            long sum = bySido.values().stream().mapToLong(Long::longValue).sum();
            if (faults.count() == before && sum != add) {
                faults.add(group.lineOf("by"), "by comes to %d, and add says %d. Correct one of them.", sum, add);
            }
        } else {
            group.choice("by", Map.of("even", true));
        }
        return faults.count() > before || at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Release(at.get(), add, bySido));
    }

    private SortedMap<String, Long> bySido(Group by) {
        SortedMap<String, Long> places = new TreeMap<>();
        for (String sido : by.texts().keySet()) {
            int number = by.number(sido, 0, MOST, 0);
            if (number > 0) {
                places.put(sido, (long) number);
            }
        }
        return places;
    }
}
