package org.jeongmun.outerlock.workers;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.threadpool.FixedThreadPool;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.grizzly.utils.DelayedExecutor;

/**
 * The threads of one listener. They differ from the server's own in how many work at once, few, and in who is called
 * next: who became idle last. The server makes one for each listener, by the name of this class in its configuration.
 */
public final class WorkerThreads extends FixedThreadPool {
    private static final Logger LOG = System.getLogger(WorkerThreads.class.getName());

    /**
     * More than the portal lets in at once with all that it reserves, so that notices and the line's page have threads
     * while every place inside is taken by somebody who sends a form slowly.
     */
    static final int THREADS = 416;

    /** As many as keep the processors busy, with some that wait for a moment. */
    private static final int FEW = 4 * Runtime.getRuntime().availableProcessors();

    /** Ends a body that trickles in; the limit on uploads was seen not to. */
    private static final long LONGEST_REQUEST_SECONDS = 30;

    /** Starts all of them. */
    public WorkerThreads() {
        super(ThreadPoolConfig.defaultConfig()
                .setPoolName("portal-http")
                .setCorePoolSize(THREADS)
                .setMaxPoolSize(THREADS)
                .setQueue(tasks())
                // What a thread begins each task with, whatever the last one has left.
                .setInitialClassLoader(WorkerThreads.class.getClassLoader())
                // Threads without one allocate each buffer anew.
                .setMemoryManager(MemoryManager.DEFAULT_MEMORY_MANAGER)
                .setTransactionTimeout(timeKeeper(), LONGEST_REQUEST_SECONDS, TimeUnit.SECONDS));
    }

    private static LastIdleFirst tasks() {
        LastIdleFirst tasks = new LastIdleFirst(FEW);
        Thread lookout = new Thread(() -> watch(tasks), "portal-http-lookout");
        lookout.setDaemon(true);
        lookout.start();
        return tasks;
    }

    private static DelayedExecutor timeKeeper() {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "portal-http-timeouts");
            thread.setDaemon(true);
            return thread;
        });
        DelayedExecutor keeper = new DelayedExecutor(threads);
        keeper.start();
        return keeper;
    }

    /** Without a lookout a few slow senders would keep everybody waiting: whatever befalls it, it goes on. */
    private static void watch(LastIdleFirst tasks) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                tasks.watch();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error mishap) {
                LOG.log(Level.ERROR, "workers.lookout", mishap);
            }
        }
    }
}
