package org.jeongmun.lock.reading;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jeongmun.schedule.BookingWindow;
import org.jeongmun.schedule.CampaignId;
import org.jeongmun.schedule.Cohort;
import org.jeongmun.schedule.CohortId;
import org.jeongmun.schedule.LocalizedText;
import org.jeongmun.schedule.OpeningSchedule;
import org.jeongmun.schedule.WindowId;

/**
 * The schedule as the tables hold it, read by one statement and therefore from one moment.
 *
 * @param cohorts a JSON array
 * @param windows a JSON array, times in microseconds since 1970
 */
record ScheduleRows(long version, String campaign, String zone, String cohorts, String windows) {
    static final String QUERY = """
            SELECT v.version, c.id, c.zone,
                   (SELECT coalesce(json_agg(json_build_object('id', id, 'ko', label_ko, 'en', label_en,
                                                               'rule', rule, 'settings', settings)), '[]')
                      FROM cohort WHERE campaign_id = c.id AND active),
                   (SELECT coalesce(json_agg(json_build_object('id', id, 'cohort', cohort_id,
                               'opens', (extract(epoch FROM opens_at) * 1000000)::bigint,
                               'closes', (extract(epoch FROM closes_at) * 1000000)::bigint,
                               'checkIn', (extract(epoch FROM check_in_at) * 1000000)::bigint,
                               'grace', (extract(epoch FROM grace) * 1000)::bigint,
                               'hold', (extract(epoch FROM hold) * 1000)::bigint)), '[]')
                      FROM booking_window WHERE campaign_id = c.id AND active)
              FROM portal_state s
              JOIN schedule_version v ON v.version = s.schedule_version
              JOIN campaign c ON c.id = v.campaign_id""";

    /**
     * Reads the rows.
     *
     * @throws RuntimeException when they make no schedule
     */
    OpeningSchedule toSchedule() {
        return new OpeningSchedule(
                new CampaignId(campaign), version, ZoneId.of(zone), cohortsOf(cohorts), windowsOf(windows));
    }

    private static List<Cohort> cohortsOf(String json) {
        return array(json).getValuesAs(JsonObject.class).stream()
                .map(cohort -> new Cohort(
                        new CohortId(cohort.getString("id")),
                        new LocalizedText(cohort.getString("ko"), cohort.getString("en")),
                        StoredMembership.of(cohort.getString("rule"), cohort.getJsonObject("settings"))))
                .toList();
    }

    private static List<BookingWindow> windowsOf(String json) {
        return array(json).getValuesAs(JsonObject.class).stream()
                .map(window -> new BookingWindow(
                        new WindowId(window.getString("id")),
                        new CohortId(window.getString("cohort")),
                        instant(window, "opens"),
                        instant(window, "closes"),
                        window.isNull("checkIn") ? Optional.empty() : Optional.of(instant(window, "checkIn")),
                        Duration.ofMillis(window.getJsonNumber("grace").longValueExact()),
                        Duration.ofMillis(window.getJsonNumber("hold").longValueExact())))
                .toList();
    }

    private static Instant instant(JsonObject json, String name) {
        return Instant.EPOCH.plus(json.getJsonNumber(name).longValueExact(), ChronoUnit.MICROS);
    }

    private static JsonArray array(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }
}
