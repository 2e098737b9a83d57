package org.jeongmun.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jeongmun.gate.ClosedState;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.OuterLockMXBean;
import org.jeongmun.lock.attempt.Attempt;
import org.jeongmun.lock.route.Routes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Refused requests")
class RefusedRequestsTest {
    private final RefusedRequests refusals = new RefusedRequests(
            registry(), Routes.list().read(RouteClass.BOOKING, "/reserve/slot").done());

    @Test
    void areTakenInAlsoWhereTheOuterLockCannotBeAsked() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(OuterLockMXBean.NAME);
        Runnable answersNothing = () -> {};
        server.registerMBean(new StandardMBean(answersNothing, Runnable.class), name);
        try {
            refusals.countShut("/reserve/slot", RouteClass.BOOKING, ClosedState.CLOSED);
            refusals.settle();
        } finally {
            server.unregisterMBean(name);
        }

        assertEquals(Map.of(new Attempt(RouteClass.BOOKING, "CLOSED", "/reserve/slot"), 1L), refusals.total());
    }

    /** Exports nothing to anybody. */
    private static MetricRegistry registry() {
        Counter counter = nothing(Counter.class, null);
        return nothing(MetricRegistry.class, counter);
    }

    private static <T> T nothing(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
    }
}
