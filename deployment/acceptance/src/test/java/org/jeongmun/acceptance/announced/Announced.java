package org.jeongmun.acceptance.announced;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jeongmun.clock.TimeBound;
import org.jeongmun.eligibility.Eligibility;
import org.jeongmun.launcher.campaign.Campaign;
import org.jeongmun.launcher.campaign.CampaignFile;
import org.jeongmun.launcher.campaign.CampaignRefusedException;
import org.jeongmun.launcher.campaign.InstalledRules;
import org.jeongmun.reservation.Entitlement;
import org.jeongmun.reservation.RefusalReason;
import org.jeongmun.schedule.Belonging;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.OpeningSchedule;

/** The campaign files that we ship, read by the portal's own reader and judged by the plugins that we ship. */
final class Announced implements AutoCloseable {
    private static final Path FOLDER = Path.of(System.getProperty("acceptance.campaigns", "../config/campaigns"))
            .toAbsolutePath();

    private final InstalledRules rules = InstalledRules.load(Optional.empty());
    private final List<Version> versions;

    Announced() {
        try {
            versions = Files.readAllLines(FOLDER.resolve("covid19-2021.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> version(cells[0], cells[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file, and when it was put in force. */
    record Version(Instant appliedAt, Campaign campaign) {
        OpeningSchedule schedule() {
            return campaign.schedule();
        }
    }

    private Version version(String appliedAt, String file) {
        try {
            return new Version(
                    OffsetDateTime.parse(appliedAt).toInstant(), CampaignFile.read(FOLDER.resolve(file), rules));
        } catch (CampaignRefusedException refused) {
            throw new AssertionError(file + ": " + refused.faults(), refused);
        }
    }

    /** @return every version, in the order in which they were put in force */
    List<Version> versions() {
        return versions;
    }

    /** @return the version in force; there is one from 9 July on */
    Version inForceAt(Instant now) {
        Version inForce = versions.get(0);
        for (Version version : versions) {
            inForce = version.appliedAt().isAfter(now) ? inForce : version;
        }
        return inForce;
    }

    Eligibility eligibility(OpeningSchedule schedule, LocalDate born) {
        Set<CohortId> in = new HashSet<>();
        Set<CohortId> undetermined = new HashSet<>();
        schedule.cohorts().forEach(cohort -> {
            Belonging belonging = cohort.rule().of(rule -> rules.answer(rule, born));
            if (belonging == Belonging.YES) {
                in.add(cohort.id());
            } else if (belonging == Belonging.UNCLEAR) {
                undetermined.add(cohort.id());
            }
        });
        return new Eligibility(in, undetermined);
    }

    /**
     * @return what somebody is told, such as {@code OPEN w0714}, {@code NOT_YET_YOUR_TIME rot-2021-08-10} or {@code
     *     NOT_ELIGIBLE}
     */
    String answer(LocalDate born, Instant now) {
        OpeningSchedule schedule = inForceAt(now).schedule();
        return told(eligibility(schedule, born), schedule, now);
    }

    static String told(Eligibility eligibility, OpeningSchedule schedule, Instant now) {
        Entitlement entitlement = Entitlement.of(eligibility, schedule, TimeBound.exactly(now), window -> false);
        if (entitlement instanceof Entitlement.Now open) {
            return "OPEN " + open.window().id();
        }
        Entitlement.NotNow later = (Entitlement.NotNow) entitlement;
        RefusalReason reason = later.reason();
        return later.next().map(next -> reason + " " + next.id()).orElse(reason.name());
    }

    @Override
    public void close() {
        rules.close();
    }
}
