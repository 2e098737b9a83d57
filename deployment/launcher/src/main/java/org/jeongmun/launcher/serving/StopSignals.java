package org.jeongmun.launcher.serving;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * SIGTERM, SIGINT and SIGHUP, which here ask for an orderly end. A shutdown hook would race with the server's own, so
 * the signals themselves are caught; by reflection, because the compiler warns of the JDK's only class for it.
 */
final class StopSignals {
    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignals() {}

    /** Catches them from now on. */
    static StopSignals caught() {
        StopSignals signals = new StopSignals();
        for (String name : new String[] {"TERM", "INT", "HUP"}) {
            signals.take(name);
        }
        return signals;
    }

    private void take(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object answer = Proxy.newProxyInstance(
                    StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            asked.countDown();
                            return null;
                        }
                        return method.getName().equals("hashCode") ? System.identityHashCode(proxy) : name;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), answer);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException gone) {
            throw new IllegalStateException("This Java has no sun.misc.Signal; run the portal on a Java 17.", gone);
        } catch (InvocationTargetException takenByTheMachine) {
            // Java was started with -Xrs: then the operating system ends the process without asking.
            return;
        }
    }

    /** Waits until one of them has come. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether one of them has come */
    boolean haveCome() {
        return asked.getCount() == 0;
    }
}
