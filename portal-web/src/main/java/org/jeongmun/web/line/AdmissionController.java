package org.jeongmun.web.line;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jeongmun.waitingroom.AdmissionDecision;
import org.jeongmun.waitingroom.AdmissionDecision.Call;
import org.jeongmun.waitingroom.AdmissionMemory;
import org.jeongmun.waitingroom.AdmissionMoment;
import org.jeongmun.waitingroom.AdmissionMoment.OpenLine;
import org.jeongmun.waitingroom.AdmissionPolicy;
import org.jeongmun.waitingroom.PublishedDraw;

/** The controller of all lines, on the one node that holds the lease. Each of its calls carries the lease's token. */
final class AdmissionController {
    private static final Logger LOG = System.getLogger(AdmissionController.class.getName());

    private final String node;
    private final BooleanSupplier soldOut;
    private OptionalLong token = OptionalLong.empty();
    private AdmissionMemory memory;

    AdmissionController(String node, BooleanSupplier soldOut) {
        this.node = node;
        this.soldOut = soldOut;
    }

    /**
     * Calls people, if it is this node's to do so.
     *
     * @return the lines as they are then
     */
    List<KnownLine> tick(LineStatements statements, Heartbeat heard, List<KnownLine> lines) throws SQLException {
        takeOrLose(heard);
        if (token.isEmpty() || lines.isEmpty()) {
            return lines;
        }
        List<KnownLine> open =
                lines.stream().filter(line -> line.isOpenAt(heard.now())).toList();
        boolean stopped = heard.maintenance() || soldOut.getAsBoolean();
        AdmissionDecision decision = AdmissionPolicy.decide(
                memory,
                new AdmissionMoment(
                        heard.now(),
                        open.stream().map(AdmissionController::openLine).toList(),
                        lines.get(0).line().room(),
                        heard.inside(),
                        heard.entered(),
                        stopped,
                        heard.health()));
        memory = decision.memory();
        if (heard.maintenance()) {
            return lines;
        }
        double rate = open.isEmpty() ? 0 : decision.ratePerSecond();
        if (!statements.call(token.getAsLong(), decision, rate)) {
            LOG.log(Level.WARNING, "line.controller.lost node={0}", node);
            token = OptionalLong.empty();
            return lines;
        }
        return called(lines, decision);
    }

    private void takeOrLose(Heartbeat heard) {
        if (heard.token().equals(token)) {
            return;
        }
        token = heard.token();
        if (token.isPresent()) {
            memory = AdmissionMemory.begin(heard.now().minus(lately(heard.sinceLastTick())), heard.factor());
            LOG.log(Level.INFO, "line.controller.taken node={0} token={1}", node, Long.toString(token.getAsLong()));
        }
    }

    /** What was called longer ago than that is not made up for, nor is anybody missed who was called then. */
    private static Duration lately(Duration silence) {
        return silence.compareTo(AdmissionPolicy.LONGEST_GAP) < 0 ? silence : AdmissionPolicy.LONGEST_GAP;
    }

    private static OpenLine openLine(KnownLine known) {
        return new OpenLine(
                known.line().window(),
                known.opensAt(),
                known.line().issued(),
                known.line().nowServing(),
                known.line().draw().map(PublishedDraw::tickets).orElse(0L));
    }

    private static List<KnownLine> called(List<KnownLine> lines, AdmissionDecision decision) {
        List<KnownLine> called = new ArrayList<>();
        for (KnownLine line : lines) {
            Call call = decision.calls().get(line.line().window());
            called.add(call == null ? line : line.calledTo(call.nowServing(), call.ratePerSecond()));
        }
        return called;
    }
}
