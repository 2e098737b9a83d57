package org.jeongmun.outerlock;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jeongmun.gate.RouteClass;
import org.jeongmun.lock.CounterMBean;
import org.jeongmun.lock.Mishaps;
import org.jeongmun.lock.answer.SecurityHeaders;

/**
 * Hands out the notices that the application has left with the lock. A crowd asks for hardly anything else, and most of
 * what such an answer costs is the way through the server and the application's filters, none of which has a say in it.
 */
final class Counter {
    private static final long ASKED_EACH_NANOS = 1_000_000_000;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name;
    private final Mishaps mishaps = new Mishaps(Counter.class);

    private volatile Left left = new Left(Map.of(), System.nanoTime());

    /**
     * What an application has left shows it as it is now; asking which application there is takes longer than the rest.
     */
    private record Left(Map<String, Servlet> servlets, long askedAt) {
        boolean isToBeAsked() {
            return servlets.isEmpty() || System.nanoTime() - askedAt > ASKED_EACH_NANOS;
        }
    }

    Counter() {
        try {
            name = new ObjectName(CounterMBean.NAME);
        } catch (JMException misspelt) {
            throw new IllegalStateException(misspelt);
        }
    }

    /**
     * Answers a request for a notice, after the lock has admitted it.
     *
     * @return whether it has been answered; if not, it goes the long way
     * @throws IOException when the client has left
     */
    boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"GET".equals(request.getMethod())) {
            return false;
        }
        Servlet servlet = left().get(request.getRequestURI());
        return servlet != null && answers(servlet, request, response);
    }

    private boolean answers(Servlet servlet, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(servlet.getClass().getClassLoader());
        try {
            SecurityHeaders.addTo(response);
            servlet.service(request, response);
            response.getOutputStream().close();
            return true;
        } catch (ServletException | RuntimeException | Error mishap) {
            mishaps.report(RouteClass.NOTICE, mishap);
            if (response.isCommitted()) {
                throw new IOException(mishap);
            }
            response.reset();
            return false;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, Servlet> left() {
        Left known = left;
        if (known.isToBeAsked()) {
            known = new Left(ask(), System.nanoTime());
            left = known;
        }
        return known.servlets();
    }

    @SuppressWarnings("unchecked") // the only attribute of that interface
    private Map<String, Servlet> ask() {
        try {
            return (Map<String, Servlet>) beans.getAttribute(name, "Servlets");
        } catch (InstanceNotFoundException noApplication) {
            return Map.of();
        } catch (JMException broken) {
            mishaps.report(RouteClass.NOTICE, broken);
            return Map.of();
        }
    }
}
