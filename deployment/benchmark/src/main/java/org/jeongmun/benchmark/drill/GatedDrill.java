package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jeongmun.benchmark.gated.BareServer;
import org.jeongmun.benchmark.gated.Gating;
import org.jeongmun.benchmark.inprocess.GateBenchmark;
import org.jeongmun.benchmark.inprocess.OneOperation;
import org.jeongmun.benchmark.limit.Wrk;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;

/**
 * Goal 1: what both locks cost a servlet that does next to nothing, how much of that any filter costs, and what one
 * decision costs by itself.
 */
final class GatedDrill implements Drill {
    private static final int ROUNDS = 12;
    private static final int SECONDS = 3;
    private static final int CONNECTIONS = 64;
    private static final double MICROS = 1e6;
    private static final int WARM_UPS = 2;

    @Override
    public String name() {
        return "gated";
    }

    @Override
    public String title() {
        return "A trivial servlet behind both locks of the gate, against the same without";
    }

    /** One of the three, and what sends requests to it. */
    private record Side(BareServer server, Wrk wrk) {
        Side(BareServer server) {
            this(server, new Wrk(server.url(), CONNECTIONS, ""));
        }

        /** Measures once. */
        Turn turn() throws IOException {
            double before = server.processorSeconds();
            Wrk.Figures figures = wrk.run(SECONDS);
            return new Turn(
                    figures.perSecond(),
                    (server.processorSeconds() - before) / figures.answers() * MICROS,
                    figures.wrong());
        }
    }

    private record Turn(double perSecond, double micros, long wrong) {}

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), JourneysDrill.OPEN)) {
            Map<String, String> database = portal.database();
            try (BareServer gated = BareServer.start(setting.jar(), setting.javaOptions(), database, Gating.WHOLE);
                    BareServer empty = BareServer.start(setting.jar(), setting.javaOptions(), database, Gating.EMPTY);
                    BareServer bare = BareServer.start(setting.jar(), setting.javaOptions(), database, Gating.NONE)) {
                Map<Gating, Side> sides = new EnumMap<>(Map.of(
                        Gating.WHOLE, new Side(gated), Gating.EMPTY, new Side(empty), Gating.NONE, new Side(bare)));
                awaitAll(sides);
                compare(sides, portal, setting, report);
            }
        }
        decide(report);
    }

    private static void awaitAll(Map<Gating, Side> sides) throws IOException {
        for (Map.Entry<Gating, Side> side : sides.entrySet()) {
            side.getValue().server().awaitServing();
            if (side.getValue().server().gating() != side.getKey()) {
                throw new IOException("One of the servers is not what it is to be measured as.");
            }
        }
    }

    private static void compare(Map<Gating, Side> sides, MeasuredPortal portal, Setting setting, Report report)
            throws IOException, SQLException {
        // All have the same to compile, and a long way to it.
        long warmUp = WARM_UPS * setting.warmUp().toSeconds();
        for (Side side : sides.values()) {
            side.wrk().warm(warmUp);
        }
        Compared compared = new Compared();
        Undisturbed undisturbed = new Undisturbed(portal, setting);
        for (int round = 1; round <= ROUNDS; round++) {
            // In turns first, second and last: whoever comes later may find a warmer or a more tired machine.
            List<Gating> order = new ArrayList<>(List.of(Gating.values()));
            Collections.rotate(order, round);
            if (round % 2 == 0) {
                Collections.reverse(order);
            }
            compared.add(round, undisturbed.whole(() -> turns(order, sides)));
        }
        compared.write(report);
        undisturbed.tell(report);
    }

    private static Map<Gating, Turn> turns(List<Gating> order, Map<Gating, Side> sides) throws IOException {
        Map<Gating, Turn> turns = new EnumMap<>(Gating.class);
        for (Gating gating : order) {
            turns.put(gating, sides.get(gating).turn());
        }
        return turns;
    }

    /** What came of the rounds. */
    private static final class Compared {
        private final Ratios ofBare = new Ratios();
        private final Ratios ofEmpty = new Ratios();
        private final List<Double> costs = new ArrayList<>();
        private final List<Double> costsOfEmpty = new ArrayList<>();
        private final Table table = new Table(
                "round",
                "gated/s",
                "empty/s",
                "bare/s",
                "of bare",
                "of empty",
                "gated µs",
                "empty µs",
                "bare µs",
                "errors");

        void add(int round, Map<Gating, Turn> turns) {
            Turn whole = turns.get(Gating.WHOLE);
            Turn empty = turns.get(Gating.EMPTY);
            Turn none = turns.get(Gating.NONE);
            costs.add(whole.micros() - none.micros());
            costsOfEmpty.add(empty.micros() - none.micros());
            table.row(
                    round,
                    whole.perSecond(),
                    empty.perSecond(),
                    none.perSecond(),
                    ofBare.add(whole.perSecond(), none.perSecond()),
                    ofEmpty.add(whole.perSecond(), empty.perSecond()),
                    whole.micros(),
                    empty.micros(),
                    none.micros(),
                    whole.wrong() + empty.wrong() + none.wrong());
        }

        void write(Report report) throws IOException {
            report.heading("%d connections".formatted(CONNECTIONS));
            report.line(
                            "The same server, application and servlet, at the path of a look-up, while booking is open. The gated"
                                    + " one has the outer lock, the gate's filter, and the headers that every page of the portal"
                                    + " has; the empty one a filter that gives these headers and decides nothing.")
                    .line("");
            report.table("rounds", table);
            report.line("Of the bare one: %s.".formatted(ofBare.spread()))
                    .line("")
                    .line("Of the one with an empty filter: %s.".formatted(ofEmpty.spread()))
                    .line("");
            report.line(
                    "Processor time of the server for each answer, medians: **%.1f µs** more with the gate, of which %.1f are"
                                    .formatted(Ratios.median(costs), Ratios.median(costsOfEmpty))
                            + " an empty filter's and the headers'.");
            report.goal(Goal.GATED, ofBare.median());
        }
    }

    private static void decide(Report report) throws IOException {
        Table table = new Table("operation", "ns", "error ns", "bytes");
        List<OneOperation> operations = OneOperation.of(GateBenchmark.class);
        operations.forEach(
                operation -> table.row(operation.name(), operation.nanos(), operation.error(), operation.bytes()));
        report.heading("One decision, by JMH").table("decisions", table);
        for (OneOperation operation : operations) {
            report.goal(Goal.DECISION, operation.name(), operation.nanos() / 1_000);
            report.goal(Goal.DECISION_BYTES, operation.name(), operation.bytes());
        }
    }
}
