package org.jeongmun.pluginhost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jeongmun.clinic.ClinicDirectory;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.jeongmun.spi.PluginId;

/**
 * Asks look-up plugins, each call and the writing of its body within limits. The gate stands before it; the directory
 * refuses by itself outside open windows. Safe for many threads.
 */
@ApplicationScoped
public class GuardedLookups {
    /** The most bytes that a plugin may answer with. */
    public static final int LONGEST_BODY = 1 << 20;

    private final Plugins plugins;
    private final ClinicDirectory directory;
    private final Guard guard;
    private final PluginCounts counts;
    private final GuardedCalls calls;
    private final Map<PluginId, Turns> turns = new ConcurrentHashMap<>();

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
        return turns.computeIfAbsent(plugin.get().id(), each -> new Turns())
                .ask(() -> ask(plugin.get(), request), () -> busy(plugin.get()));
    }

    private LookupOutcome busy(LoadedPlugin<ClinicLookupPlugin> plugin) {
        counts.count(plugin.id().value(), PluginOutcome.BUSY);
        return new LookupOutcome.Failed();
    }

    private LookupOutcome ask(LoadedPlugin<ClinicLookupPlugin> plugin, LookupRequest request) {
        Detail detail = request.partner().isPresent() ? Detail.EXACT : Detail.COARSE;
        LentAvailability lent = new LentAvailability(directory, detail);
        BoundedBody body = new BoundedBody(LONGEST_BODY);
        GuardedCalls.Result<LookupAnswer> result;
        try {
            result = calls.start(
                            plugin.id(), guard::lookup, () -> plugin.call(each -> whole(each, request, lent, body)))
                    .await();
        } finally {
            lent.end();
        }
        PluginOutcome outcome = outcome(result, lent, body);
        counts.count(plugin.id().value(), outcome);
        return switch (outcome) {
            case CLOSED -> new LookupOutcome.Closed();
            case ANSWERED -> answered(result.value(), body);
            default -> new LookupOutcome.Failed();
        };
    }

    /** The answer with its body already written, so that one time limit covers both. */
    private static LookupAnswer whole(
            ClinicLookupPlugin plugin, LookupRequest request, LentAvailability lent, BoundedBody body) {
        LookupAnswer answer = plugin.answer(request, lent);
        if (answer != null && !lent.wasClosed()) {
            try {
                answer.body().writeTo(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return answer;
    }

    private static PluginOutcome outcome(
            GuardedCalls.Result<LookupAnswer> result, LentAvailability lent, BoundedBody body) {
        if (lent.wasClosed()) {
            return PluginOutcome.CLOSED;
        }
        if (body.overflowed()) {
            return PluginOutcome.TOO_LONG;
        }
        return result.value() == null ? result.failure() : PluginOutcome.ANSWERED;
    }

    private static LookupOutcome answered(LookupAnswer answer, BoundedBody body) {
        return new LookupOutcome.Answered(answer.status(), answer.contentType(), answer.headers(), body.bytes());
    }
}
