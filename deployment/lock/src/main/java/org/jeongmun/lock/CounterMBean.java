package org.jeongmun.lock;

import jakarta.servlet.Servlet;
import java.util.Map;

/**
 * Where the application leaves what everybody gets always, so that the outer lock hands it out without the long way
 * through the server; registered as {@value #NAME} while there is an application. It crosses class loaders: nothing but
 * types of the platform and of the servlet interface.
 */
public interface CounterMBean {
    /** Where the platform's MBean server has it. */
    String NAME = "org.jeongmun:type=Counter";

    /**
     * Shows who answers a GET of which exact path, all of them notices; they may be asked by many threads at once.
     *
     * @return always as it is now, be it asked for once: whoever ends takes themselves out of it
     */
    Map<String, Servlet> getServlets();
}
