package org.jeongmun.acceptance.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Function;

/**
 * How many look-ups of each kind a running portal answers in a second, and how many transactions its database has
 * meanwhile. Arguments: the portal's data folder, seconds for each kind, connections, and a partner's key or {@code -}.
 */
public final class LookupRates {
    private static final String CLINICS = "/lookup/clinic-lookup-portal/v1/clinics";
    private static final String SMART = "/lookup/clinic-lookup-smart/";
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final int SYLLABLES_OF_AN_INITIAL = 588;

    private final URI portal;
    private final String key;
    private final Connection database;
    private final List<String[]> clinics = new ArrayList<>();

    private LookupRates(Path data, String key) throws IOException, SQLException {
        Properties published = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("portal.properties"))) {
            published.load(file);
        }
        this.portal = URI.create(published.getProperty("public.url"));
        this.key = key;
        this.database = DriverManager.getConnection(
                published.getProperty("db.url"),
                published.getProperty("db.user"),
                published.getProperty("db.password"));
    }

    /** Measures and prints. */
    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        String key = arguments[3].equals("-") ? null : arguments[3];
        LookupRates rates = new LookupRates(Path.of(arguments[0]), key);
        try (Connection database = rates.database) {
            rates.readClinics();
            int seconds = Integer.parseInt(arguments[1]);
            int connections = Integer.parseInt(arguments[2]);
            rates.measure("warm up", rates::page, seconds, connections);
            for (Map.Entry<String, Function<Random, String>> kind :
                    rates.kinds().entrySet()) {
                rates.measure(kind.getKey(), kind.getValue(), seconds, connections);
            }
            rates.measure(
                    "slots of a province", random -> SMART + "slots.ndjson?sido=" + rates.of(random, 1), seconds, 1);
            rates.measure("slots of the nation", random -> SMART + "slots.ndjson", seconds, 1);
            rates.measure("slots, 4 clients", random -> SMART + "slots.ndjson?sido=" + rates.of(random, 1), seconds, 4);
        }
    }

    private Map<String, Function<Random, String>> kinds() {
        Map<String, Function<Random, String>> kinds = new LinkedHashMap<>();
        kinds.put("first page", random -> CLINICS);
        kinds.put("pages by cursor", this::page);
        kinds.put("by region", random -> region(random, CLINICS + "?"));
        kinds.put("by region, free", random -> region(random, CLINICS + "?onlyFree=true&"));
        kinds.put("by initials", random -> CLINICS + "?q=" + encoded(initials(random)));
        kinds.put("by name", random -> CLINICS + "?q=" + of(random, 0));
        kinds.put("wrong keyboard", random -> CLINICS + "?q=" + wrongKeys(random));
        kinds.put("by distance", random -> near(random, ""));
        kinds.put("by distance, free", random -> near(random, "&onlyFree=true"));
        kinds.put("by earliest date", random -> CLINICS + "?sort=earliest&sido=" + of(random, 1));
        kinds.put("earliest, nation", random -> CLINICS + "?sort=earliest&limit=" + (1 + random.nextInt(100)));
        kinds.put("a hundred", random -> CLINICS + "?limit=100&sido=" + of(random, 1));
        kinds.put("manifest", random -> SMART + "$bulk-publish");
        return kinds;
    }

    private void measure(String kind, Function<Random, String> targets, int seconds, int connections)
            throws SQLException, InterruptedException {
        long before = transactions();
        Load.Came came = new Load(portal, key, targets, connections, 0).run(seconds);
        double transactions = (transactions() - before) / came.seconds();
        System.out.printf("%-20s %s  %.1f transactions/s%n", kind, came, transactions);
    }

    private long transactions() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("SELECT pg_stat_clear_snapshot()");
            try (ResultSet row = statement.executeQuery("SELECT xact_commit + xact_rollback FROM pg_stat_database"
                    + " WHERE datname = current_database()")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void readClinics() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT name, sido, sigungu, latitude, longitude FROM clinic ORDER BY id")) {
            while (row.next()) {
                clinics.add(new String[] {
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)
                });
            }
        }
        System.out.printf("%,d clinics%n", clinics.size());
    }

    private String[] any(Random random) {
        return clinics.get(random.nextInt(clinics.size()));
    }

    private String of(Random random, int column) {
        return encoded(any(random)[column]);
    }

    private String page(Random random) {
        return CLINICS + "?limit=" + (1 + random.nextInt(40)) + "&sido=" + of(random, 1);
    }

    private String region(Random random, String target) {
        String[] clinic = any(random);
        return target + "sido=" + encoded(clinic[1]) + "&sigungu=" + encoded(clinic[2]);
    }

    private String near(Random random, String more) {
        String[] clinic = any(random);
        double latitude = Double.parseDouble(clinic[3]) + random.nextGaussian() / 100;
        double longitude = Double.parseDouble(clinic[4]) + random.nextGaussian() / 100;
        return "%s?near=%.6f,%.6f%s".formatted(CLINICS, latitude, longitude, more);
    }

    private String initials(Random random) {
        StringBuilder initials = new StringBuilder();
        any(random)[0]
                .codePoints()
                .filter(letter -> letter >= 0xAC00 && letter <= 0xD7A3)
                .limit(4)
                .forEach(syllable -> initials.append(INITIALS.charAt((syllable - 0xAC00) / SYLLABLES_OF_AN_INITIAL)));
        return initials.toString();
    }

    /** Nothing that is in a name as it stands, so that it is read again as if typed in the other language. */
    private static String wrongKeys(Random random) {
        return "dmldnj" + "srtqwe".charAt(random.nextInt(6));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
