package org.jeongmun.acceptance.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jeongmun.acceptance.client.RawRequest;
import org.jeongmun.acceptance.client.RawResponse;
import org.jeongmun.acceptance.client.Visitor;
import org.jeongmun.acceptance.portal.Campaigns;
import org.jeongmun.acceptance.portal.Portal;
import org.jeongmun.acceptance.portal.PortalJar;
import org.jeongmun.acceptance.portal.PortalPlan;

/** Two portals in processes of their own. The database is the first one's, and so are the operator's commands. */
final class Nodes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final Portal first;
    private final Portal second;

    private Nodes(Portal first, Portal second) {
        this.first = first;
        this.second = second;
    }

    static Nodes start(String campaign, String clock) {
        Portal first = Portal.start(PortalPlan.demo("two-nodes-first", clock).campaign(Campaigns.file(campaign)));
        try {
            return new Nodes(first, Portal.start(first.anotherNode("two-nodes-second")));
        } catch (Throwable failed) {
            first.close();
            throw failed;
        }
    }

    /** @return where citizens come in, at either of them */
    List<URI> doors() {
        return List.of(first.published().publicUrl(), second.published().publicUrl());
    }

    /** Gives a command of the operator's, on the first one's folder. */
    void operate(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of("--data", first.folder().toString()));
        PortalJar.Ended ended = PortalJar.run(words.toArray(String[]::new));
        assertEquals(0, ended.exitCode(), ended::toString);
    }

    /** @return what both answer to a GET */
    List<RawResponse> answers(String target) {
        return doors().stream()
                .map(door -> RawRequest.of("GET", target).sendTo(door))
                .toList();
    }

    /** @return what both say of one part of the schedule */
    List<String> say(String pointer) {
        return doors().stream()
                .map(door -> new Visitor(door).get("/schedule.json").json().at(pointer))
                .map(JsonNode::asText)
                .toList();
    }

    /** Waits until both say that they are in that state. */
    void awaitStatus(String status) {
        await(status, () -> say("/status").stream().allMatch(status::equals));
    }

    /** Waits until both know such a moment, by both locks of each. */
    void awaitMoment(String pointer, Predicate<Instant> moment) {
        await(
                pointer,
                () -> answers("/nothing-here").stream()
                                .noneMatch(answer -> answer.all("X-Portal-Gate").contains("UNKNOWN"))
                        && say(pointer).stream().allMatch(said -> isMoment(said, moment)));
    }

    /* A node that knows no time says nothing. */
    private static boolean isMoment(String said, Predicate<Instant> moment) {
        return !said.isEmpty()
                && !said.equals("null")
                && moment.test(OffsetDateTime.parse(said).toInstant());
    }

    /** Waits for what is to come on both. */
    static void await(String what, Callable<Boolean> isSo) {
        Awaitility.await(what + " on both")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(isSo);
    }

    @Override
    public void close() {
        try {
            second.close();
        } finally {
            first.close();
        }
    }
}
