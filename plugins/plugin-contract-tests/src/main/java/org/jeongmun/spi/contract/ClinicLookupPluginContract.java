package org.jeongmun.spi.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jeongmun.spi.Availability;
import org.jeongmun.spi.ClinicId;
import org.jeongmun.spi.ClinicLookupPlugin;
import org.jeongmun.spi.ClinicQuery;
import org.jeongmun.spi.ClinicSearch;
import org.jeongmun.spi.FreeSlot;
import org.jeongmun.spi.LookupAnswer;
import org.jeongmun.spi.LookupRequest;
import org.junit.jupiter.api.Test;

/** The contract of {@link ClinicLookupPlugin}; every such plugin's test extends this. */
public abstract class ClinicLookupPluginContract {
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([^\"]+)\"");
    private static final String PROBLEM = "application/problem+json";

    /** For subclasses. */
    protected ClinicLookupPluginContract() {}

    /** @return a new plugin, made with its public no-argument constructor */
    protected abstract ClinicLookupPlugin plugin();

    /** @return a request that shows the first of the sample's clinics */
    protected abstract LookupRequest goodRequest();

    /** @return requests with input that cannot be meant; each value at fault at least four characters long */
    protected abstract List<LookupRequest> badRequests();

    @Test
    void isRegisteredForTheServiceLoader() {
        assertTrue(
                ServiceLoader.load(ClinicLookupPlugin.class).stream()
                        .anyMatch(each -> each.type() == plugin().getClass()),
                "META-INF/services/" + ClinicLookupPlugin.class.getName() + " names the plugin's class.");
    }

    @Test
    void hasOneAndTheSameIdOnEveryCall() {
        ClinicLookupPlugin plugin = plugin();
        assertNotNull(plugin.id());
        assertEquals(plugin.id(), plugin.id());
        assertEquals(plugin.id(), plugin().id());
    }

    @Test
    void declaresExactPathsAndTheSameOnesEachTime() {
        ClinicLookupPlugin plugin = plugin();
        assertFalse(plugin.paths().isEmpty(), "There is a path.");
        plugin.paths().forEach(path -> assertTrue(ClinicLookupPlugin.isWellFormed(path), "The path '" + path + "'"));
        assertEquals(plugin.paths(), plugin().paths());
    }

    @Test
    void answersEveryPathItDeclares() {
        for (String path : plugin().paths()) {
            LookupAnswer answer = plugin().answer(new LookupRequest(path, Map.of()), SampleAvailability.open());
            assertNotNull(answer, path);
            assertTrue(answer.status() == 200 || answer.status() == 400, path + " answers " + answer.status());
        }
    }

    @Test
    void showsTheClinicsThatThePortalLendsIt() throws IOException {
        LookupAnswer answer = plugin().answer(goodRequest(), SampleAvailability.open());
        assertEquals(200, answer.status());
        assertTrue(body(answer).contains(SampleAvailability.FIRST.id().value()), "The sample's clinic is shown.");
    }

    @Test
    void refusesBadInputWithAStableProblemThatRepeatsNothing() throws IOException {
        for (LookupRequest bad : badRequests()) {
            LookupAnswer answer = plugin().answer(bad, SampleAvailability.open());
            assertEquals(400, answer.status(), () -> "Request " + bad);
            assertTrue(answer.contentType().startsWith(PROBLEM), answer.contentType());
            String body = body(answer);
            assertEquals(typeOf(body), typeOf(body(plugin().answer(bad, SampleAvailability.open()))));
            bad.parameters().values().stream()
                    .flatMap(List::stream)
                    .filter(value -> value.length() >= 4)
                    .forEach(value -> assertFalse(body.contains(value), "The answer repeats '" + value + "'."));
        }
    }

    @Test
    void ignoresParametersThatItDoesNotKnow() throws IOException {
        Map<String, List<String>> more = new HashMap<>(goodRequest().parameters());
        more.put("utm_source", List.of("newsletter", "\u0000<script>"));
        LookupAnswer answer = plugin().answer(new LookupRequest(goodRequest().path(), more), SampleAvailability.open());
        assertEquals(body(plugin().answer(goodRequest(), SampleAvailability.open())), body(answer));
    }

    @Test
    void tellsNothingWhileAvailabilityIsClosedNotEvenWhatItToldBefore() throws IOException {
        ClinicLookupPlugin plugin = plugin();
        body(plugin.answer(goodRequest(), SampleAvailability.open()));
        LookupAnswer answer = plugin.answer(goodRequest(), SampleAvailability.closed());
        assertEquals(503, answer.status());
        assertTrue(answer.contentType().startsWith(PROBLEM), answer.contentType());
        String body = body(answer);
        typeOf(body);
        assertFalse(body.contains(SampleAvailability.FIRST.id().value()), "No clinic is told while closed.");
    }

    @Test
    void asksForAvailabilityAnewOnEveryRequest() throws IOException {
        Counting counting = new Counting();
        ClinicLookupPlugin plugin = plugin();
        body(plugin.answer(goodRequest(), counting));
        int once = counting.asked;
        body(plugin.answer(goodRequest(), counting));
        assertEquals(2 * once, counting.asked);
    }

    private static final class Counting implements Availability {
        private final Availability open = SampleAvailability.open();
        private int asked;

        @Override
        public ClinicSearch clinics(ClinicQuery query) {
            asked++;
            return open.clinics(query);
        }

        @Override
        public Optional<List<FreeSlot>> slots(ClinicId clinic) {
            asked++;
            return open.slots(clinic);
        }
    }

    @Test
    void answersManyThreadsAsItAnswersOne() throws Exception {
        ClinicLookupPlugin shared = plugin();
        String alone = body(plugin().answer(goodRequest(), SampleAvailability.open()));
        for (String together : ManyThreads.each(() -> {
            String last = "";
            for (int i = 0; i < 200; i++) {
                last = body(shared.answer(goodRequest(), SampleAvailability.open()));
                assertEquals(alone, last);
            }
            return last;
        })) {
            assertEquals(alone, together);
        }
    }

    /**
     * @param answer of the plugin under test
     * @return its body, written once, as UTF-8
     * @throws IOException never, unless the plugin throws it
     */
    protected static String body(LookupAnswer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.body().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String typeOf(String problem) {
        Matcher type = TYPE.matcher(problem);
        assertTrue(type.find(), "A problem has a type.");
        return type.group(1);
    }
}
