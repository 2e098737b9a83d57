package org.jeongmun.outerlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.GenericServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jeongmun.lock.CounterMBean;
import org.jeongmun.lock.reading.KnownSchedule;
import org.jeongmun.lock.reading.SteadyStatus;
import org.jeongmun.lock.route.Doors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("At the counter of the outer lock")
class CounterTest {
    private static final int PORT = 8080;

    private final Counter counter = new Counter();

    /* Says one word, or fails after it has prepared something. */
    private static final class OneWord extends GenericServlet {
        private static final long serialVersionUID = 1L;

        private final boolean broken;

        OneWord(boolean broken) {
            this.broken = broken;
        }

        @Override
        public void service(ServletRequest request, ServletResponse response) throws IOException {
            ((HttpServletResponse) response).setHeader("X-Prepared", "yes");
            if (broken) {
                throw new IllegalStateException("a notice that fails, for the test");
            }
            response.getOutputStream().write("word".getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void close() throws JMException {
        ObjectName name = new ObjectName(CounterMBean.NAME);
        if (ManagementFactory.getPlatformMBeanServer().isRegistered(name)) {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        }
    }

    @Test
    void noticesAreHandedOut() throws Exception {
        leave(Map.of("/waiting", new OneWord(false)));

        Exchange exchange = new Exchange("GET", "/waiting", PORT, "localhost");

        assertTrue(counter.answers(exchange.request(), exchange.response()));
        assertEquals("word", exchange.body());
        assertEquals("DENY", exchange.headers.get("X-Frame-Options"));
    }

    @Test
    void whatWasNotLeftThereAndWhatIsNoGetGoesTheLongWay() throws Exception {
        assertGoesOn("GET", "/waiting");
        leave(Map.of("/waiting", new OneWord(false)));

        assertGoesOn("HEAD", "/waiting");
        assertGoesOn("POST", "/waiting");
        assertGoesOn("GET", "/waiting/");
        assertGoesOn("GET", "/");
    }

    @Test
    void whatIsTakenBackIsNotHandedOutAndTheNextApplicationsIs() throws Exception {
        Map<String, Servlet> servlets = new ConcurrentHashMap<>(Map.of("/waiting", new OneWord(false)));
        leave(servlets);
        Exchange before = new Exchange("GET", "/waiting", PORT, "localhost");
        assertTrue(counter.answers(before.request(), before.response()));

        servlets.clear();
        close();
        assertGoesOn("GET", "/waiting");

        leave(Map.of("/", new OneWord(false)));
        assertGoesOn("GET", "/waiting");
        Exchange after = new Exchange("GET", "/", PORT, "localhost");
        assertTrue(counter.answers(after.request(), after.response()));
        assertGoesOn("GET", "/waiting");
    }

    @Test
    void oneThatFailsGoesTheLongWayWithNothingOfIt() throws Exception {
        leave(Map.of("/waiting", new OneWord(true)));

        assertGoesOn("GET", "/waiting");
    }

    @Test
    void theLockHandsOutNoticesAloneWhateverWasLeft() throws Exception {
        leave(Map.of("/", new OneWord(false), "/reservation", new OneWord(false), "/clinics", new OneWord(false)));
        Doors doors = Doors.of(List.of(), Optional.of("9090"), Optional.empty(), Optional.empty());
        KnownSchedule nothing = new KnownSchedule(() -> 0);
        OuterLock lock = new OuterLock(
                doors, nothing, new SteadyStatus(nothing, () -> 0), new DecisionCounts(doors.publicRoutes()));

        assertEquals("word", answerOf(lock, "/"));
        assertFalse(answerOf(lock, "/reservation").contains("word"));
        assertFalse(answerOf(lock, "/clinics").contains("word"));
        lock.drain();
        assertEquals("", answerOf(lock, "/"), "it goes the long way, where it is counted");
    }

    private static String answerOf(OuterLock lock, String path) {
        Exchange exchange = new Exchange("GET", path, PORT, "localhost");
        boolean goesOn = lock.admits(exchange.request(), exchange.response(), false);
        assertEquals(goesOn, exchange.body().isEmpty());
        return exchange.body();
    }

    private void assertGoesOn(String method, String path) throws IOException {
        Exchange exchange = new Exchange(method, path, PORT, "localhost");
        assertFalse(counter.answers(exchange.request(), exchange.response()));
        assertEquals("", exchange.body());
        assertEquals(Map.of(), exchange.headers);
    }

    private static void leave(Map<String, Servlet> servlets) throws JMException {
        CounterMBean left = () -> servlets;
        ManagementFactory.getPlatformMBeanServer()
                .registerMBean(new StandardMBean(left, CounterMBean.class), new ObjectName(CounterMBean.NAME));
    }
}
