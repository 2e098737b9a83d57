package org.jeongmun.web.notice;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.Servlet;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.jeongmun.lock.CounterMBean;

/**
 * Where servlets of notices say that an outer lock, if there is one, may ask them at once: they answer a GET from
 * memory, need nothing that a filter has prepared, and say the same to everybody whom no filter would hold back.
 */
@ApplicationScoped
public class Counter implements CounterMBean {
    private final Map<String, Servlet> servlets = new ConcurrentHashMap<>();
    private boolean registered;

    /** Made by the container. */
    public Counter() {}

    /** From now on the servlet may be asked for these exact paths without any filter. */
    public synchronized void take(Servlet servlet, Collection<String> paths) {
        paths.forEach(path -> servlets.put(path, servlet));
        if (!registered) {
            register();
            registered = true;
        }
    }

    /** Whoever is there already is one of before, or none of ours. */
    private void register() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(NAME);
            if (beans.isRegistered(name)) {
                beans.unregisterMBean(name);
            }
            beans.registerMBean(new StandardMBean(this, CounterMBean.class), name);
        } catch (JMException failure) {
            throw new IllegalStateException("The counter cannot be registered as " + NAME + ".", failure);
        }
    }

    /** The servlet ends, and is asked no more. */
    public void giveBack(Servlet servlet) {
        servlets.values().removeIf(each -> each == servlet);
    }

    @Override
    public Map<String, Servlet> getServlets() {
        return Collections.unmodifiableMap(servlets);
    }

    @PreDestroy
    void close() {
        // Whoever has asked before goes by this.
        servlets.clear();
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException alreadyGone) {
            // It was to go.
        }
    }
}
