package dev.blackstart.observe;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Makes the one daemon thread that begins things at a steady pace. */
final class Pacemaker {
    private Pacemaker() {}

    static ScheduledExecutorService create(String name) {
        return new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
