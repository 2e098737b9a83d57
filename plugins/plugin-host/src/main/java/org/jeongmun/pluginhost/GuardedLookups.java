package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.clinic.Detail;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.PluginId;

/**
 * Asks look-up plugins, each call and each piece of what they write within limits. The gate stands before it; the
 * directory refuses by itself outside open windows. Safe for many threads.
 */
@ApplicationScoped
public class GuardedLookups {
    /** The most bytes that a plugin may answer with, in one piece. */
    public static final int LONGEST_BODY = 1 << 20;

    private final Plugins plugins;
    private final ClinicDirectory directory;
    private final Guard guard;
    private final PluginCounts counts;
    private final GuardedCalls calls;
    private final Map<PluginId, Turns> turns = new ConcurrentHashMap<>();
    private final Map<PluginId, PieceTurns> pieceTurns = new ConcurrentHashMap<>();
    private final RecentAnswers recent = new RecentAnswers();
    private final LongAnswers longAnswers = new LongAnswers();

    /** For the container's proxy. */
    GuardedLookups() {
        this(null, null, null, null);
    }

    /** @param plugins stay open for as long as this is used */
    @Inject
    GuardedLookups(Plugins plugins, ClinicDirectory directory, Guard guard, PluginCounts counts) {
        this.plugins = plugins;
        this.directory = directory;
        this.guard = guard;
        this.counts = counts;
        this.calls = new GuardedCalls(System::nanoTime, new FailureLog());
    }

    /**
     * Answers {@code /lookup/{id}/{path}}.
     *
     * @param id as it stands in the URL, compared exactly
     * @param request with the rest of the URL's path, compared exactly with what the plugin declared; who asks without
     *     being a partner is told coarse numbers
     * @return never {@code null}, never later than a few seconds, and never an exception of the plugin's
     */
    public LookupOutcome answer(String id, LookupRequest request) {
        Optional<LoadedPlugin<ClinicLookupPlugin>> plugin = plugins.lookup(id);
        if (plugin.isEmpty() || !plugins.lookupPaths().get(id).contains(request.path())) {
            return new LookupOutcome.Unknown();
        }
        RecentAnswers.Question question = new RecentAnswers.Question(id, request);
        Optional<Instant> picture = directory.toldFrom();
        Optional<LookupOutcome.Answered> known = picture.flatMap(from -> recent.to(question, from));
        if (known.isPresent()) {
            counts.count(id, PluginOutcome.REPEATED);
            return known.get();
        }
        Asking asking = new Asking(plugin.get(), request);
        LookupOutcome outcome = turns.computeIfAbsent(
                        plugin.get().id(), each -> new Turns(Lane.PLACES - Lane.PLACES_FOR_PIECES))
                .ask(asking::first, asking::busy);
        if (outcome instanceof LookupOutcome.Answered answered && picture.equals(directory.toldFrom())) {
            picture.ifPresent(from -> recent.keep(question, from, answered));
        }
        return outcome;
    }

    /** What is asked of a plugin that writes. */
    @FunctionalInterface
    interface Writing<T> {
        T by(ClinicLookupPlugin plugin) throws IOException;
    }

    /** One question to one plugin, and what it needs from its first call to its last piece. */
    final class Asking {
        private final LoadedPlugin<ClinicLookupPlugin> plugin;
        private final LookupRequest request;
        private final LentAvailability lent;

        private Asking(LoadedPlugin<ClinicLookupPlugin> plugin, LookupRequest request) {
            this.plugin = plugin;
            this.request = request;
            this.lent = new LentAvailability(directory, request.partner().isPresent() ? Detail.EXACT : Detail.COARSE);
        }

        /** The answer with its first piece already written, so that one time limit covers both. */
        private record Written(LookupAnswer answer, boolean more) {}

        private LookupOutcome first() {
            BoundedBody body = new BoundedBody(LONGEST_BODY);
            GuardedCalls.Result<Written> result;
            try {
                result =
                        start(each -> written(each.answer(request, lent), body)).await();
            } finally {
                lent.end();
            }
            PluginOutcome outcome = outcome(result, body);
            if (outcome != PluginOutcome.ANSWERED) {
                count(outcome);
            }
            return switch (outcome) {
                case CLOSED -> new LookupOutcome.Closed();
                case ANSWERED -> answered(result.value(), body);
                default -> new LookupOutcome.Failed();
            };
        }

        private LookupOutcome busy() {
            count(PluginOutcome.BUSY);
            return new LookupOutcome.Failed();
        }

        private Written written(LookupAnswer answer, BoundedBody body) throws IOException {
            if (answer == null || lent.wasClosed()) {
                return answer == null ? null : new Written(answer, false);
            }
            if (answer.body() instanceof LookupAnswer.Pieces pieces) {
                return new Written(answer, pieces.writeNext(body));
            }
            answer.body().writeTo(body);
            return new Written(answer, false);
        }

        private LookupOutcome answered(Written written, BoundedBody body) {
            LookupAnswer answer = written.answer();
            LookupOutcome.Answered first =
                    new LookupOutcome.Answered(answer.status(), answer.contentType(), answer.headers(), body.bytes());
            String caller = request.partner().orElse("");
            if (written.more() && !longAnswers.begin(caller)) {
                return busy();
            }
            count(PluginOutcome.ANSWERED);
            return written.more()
                    ? new LookupOutcome.Begun(
                            first,
                            new GuardedPieces(this, (LookupAnswer.Pieces) answer.body(), () -> longAnswers.end(caller)))
                    : first;
        }

        /** Starts one guarded call, for which availability is lent until it is over. */
        <T> GuardedCalls.Pending<T> start(Writing<T> writing) {
            lent.lend();
            return calls.start(
                    plugin.id(),
                    guard::lookup,
                    () -> plugin.call(each -> {
                        try {
                            return writing.by(each);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
        }

        PluginOutcome outcome(GuardedCalls.Result<?> result, BoundedBody body) {
            if (lent.wasClosed()) {
                return PluginOutcome.CLOSED;
            }
            if (body.overflowed()) {
                return PluginOutcome.TOO_LONG;
            }
            return result.value() == null ? result.failure() : PluginOutcome.ANSWERED;
        }

        void count(PluginOutcome outcome) {
            counts.count(plugin.id().value(), outcome);
        }

        LentAvailability lent() {
            return lent;
        }

        PieceTurns turns() {
            return pieceTurns.computeIfAbsent(plugin.id(), each -> new PieceTurns());
        }
    }
}
