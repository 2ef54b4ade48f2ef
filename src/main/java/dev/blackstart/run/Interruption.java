package dev.blackstart.run;

import java.util.function.Consumer;

/**
 * Ends a run in good order when the process is told to end (SIGINT, SIGTERM): what was made is removed, and the report is
 * written. The exit code is 130 for either.
 */
public final class Interruption implements AutoCloseable {
    private static final int EXIT_CODE = 130;

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /** @param end is called once, on another thread, with what ended the run */
    public static Interruption arm(Consumer<String> end) {
        Thread hook = new Thread(
                () -> {
                    try {
                        end.accept("Ctrl-C or SIGTERM");
                    } finally {
                        Runtime.getRuntime().halt(EXIT_CODE);
                    }
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** The run has ended by itself; does not return where it is being ended from outside. */
    public void disarm() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            park(); // the hook runs already and ends the process
        }
    }

    @Override
    public void close() {
        disarm();
    }

    private void park() {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
