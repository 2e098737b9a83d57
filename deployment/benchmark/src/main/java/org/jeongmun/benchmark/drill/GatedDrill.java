package org.jeongmun.benchmark.drill;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jeongmun.benchmark.gated.BareServer;
import org.jeongmun.benchmark.inprocess.GateBenchmark;
import org.jeongmun.benchmark.inprocess.OneOperation;
import org.jeongmun.benchmark.limit.Wrk;
import org.jeongmun.benchmark.portal.MeasuredPortal;
import org.jeongmun.benchmark.report.Goal;
import org.jeongmun.benchmark.report.Ratios;
import org.jeongmun.benchmark.report.Report;
import org.jeongmun.benchmark.report.Table;

/** Goal 1: what both locks cost a servlet that does next to nothing, and what one decision costs by itself. */
final class GatedDrill implements Drill {
    private static final int PAIRS = 7;
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

    /** One of the two, and what sends requests to it. */
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

    private record Pair(Turn gated, Turn bare) {}

    @Override
    public void run(Setting setting, Report report) throws IOException, SQLException {
        try (MeasuredPortal portal = MeasuredPortal.start(setting.jar(), setting.javaOptions(), JourneysDrill.OPEN)) {
            Map<String, String> database = portal.database();
            try (BareServer gated = BareServer.start(setting.jar(), setting.javaOptions(), database, true);
                    BareServer bare = BareServer.start(setting.jar(), setting.javaOptions(), database, false)) {
                gated.awaitServing();
                bare.awaitServing();
                if (!gated.isGated() || bare.isGated()) {
                    throw new IOException("One of the servers is not what it is to be measured as.");
                }
                compare(new Side(gated), new Side(bare), portal, setting, report);
            }
        }
        decide(report);
    }

    private static void compare(Side gated, Side bare, MeasuredPortal portal, Setting setting, Report report)
            throws IOException, SQLException {
        // Both have the same to compile, and a long way to it.
        long warmUp = WARM_UPS * setting.warmUp().toSeconds();
        gated.wrk().warm(warmUp);
        bare.wrk().warm(warmUp);
        Ratios ratios = new Ratios();
        List<Double> costs = new ArrayList<>();
        Table table = new Table(
                "pair", "gated/s", "bare/s", "ratio", "gated µs each", "bare µs each", "difference µs", "errors");
        Undisturbed undisturbed = new Undisturbed(portal, setting);
        for (int pair = 1; pair <= PAIRS; pair++) {
            // In turns first and second: whoever comes second may find a warmer or a more tired machine.
            boolean gatedFirst = pair % 2 != 0;
            Pair measured = undisturbed.whole(() -> pair(gated, bare, gatedFirst));
            Turn with = measured.gated();
            Turn without = measured.bare();
            double ratio = ratios.add(with.perSecond(), without.perSecond());
            double cost = with.micros() - without.micros();
            costs.add(cost);
            table.row(
                    pair,
                    with.perSecond(),
                    without.perSecond(),
                    ratio,
                    with.micros(),
                    without.micros(),
                    cost,
                    with.wrong() + without.wrong());
        }
        write(table, ratios, costs, report);
        undisturbed.tell(report);
    }

    private static Pair pair(Side gated, Side bare, boolean gatedFirst) throws IOException {
        Turn first = (gatedFirst ? gated : bare).turn();
        Turn second = (gatedFirst ? bare : gated).turn();
        return gatedFirst ? new Pair(first, second) : new Pair(second, first);
    }

    private static void write(Table table, Ratios ratios, List<Double> costs, Report report) throws IOException {
        report.heading("%d connections".formatted(CONNECTIONS));
        report.line(
                        "The same server, application and servlet, at the path of a look-up, while booking is open. The gated"
                                + " one has the outer lock, the gate's filter, and the headers that every page of the portal has.")
                .line("");
        report.table("pairs", table);
        report.line("%s. Processor time of the server for each answer: **%.1f µs** more with the gate (median)."
                .formatted(ratios.spread(), Ratios.median(costs)));
        report.goal(Goal.GATED, ratios.median());
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
