package dev.blackstart.report;

import dev.blackstart.journal.Entry;
import dev.blackstart.terminal.Terminal;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells what happens while it happens. On a terminal, what is over scrolls up above one line that says what runs; elsewhere,
 * plain lines. It never changes the terminal's state, so that there is nothing to restore after a Ctrl-C.
 */
public final class Progress implements Consumer<Entry>, AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final String RED = "\u001b[31m";
    private static final String RESET = "\u001b[0m";
    private static final String WIPE = "\r\u001b[K";

    private final PrintWriter out;
    private final Terminal terminal;
    private final Supplier<Duration> elapsed;
    private final LiveLine live = new LiveLine();
    private final ScheduledExecutorService redrawing;
    private boolean closed;

    /**
     * Begin to tell; to be closed when the run ends, however it ends.
     *
     * @param elapsed the run's ticker
     */
    public Progress(PrintWriter out, Terminal terminal, Supplier<Duration> elapsed) {
        this.out = out;
        this.terminal = terminal;
        this.elapsed = elapsed;
        this.redrawing = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
        if (terminal.live()) {
            var unused = redrawing.scheduleWithFixedDelay(
                    this::redraw, REDRAW.toMillis(), REDRAW.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void accept(Entry entry) {
        if (closed) {
            return;
        }
        live.see(entry).ifPresent(this::scroll);
        redraw();
    }

    /** Tell something that is in no journal, such as what the engine does for a while. */
    public synchronized void say(String text) {
        if (!closed) {
            scroll(live.aside(elapsed.get(), text));
            redraw();
        }
    }

    private void scroll(LiveLine.Line line) {
        String text = terminal.fit("%10s  %s".formatted(line.at(), line.text()));
        out.print(terminal.live() ? WIPE : "");
        out.println(line.bad() && terminal.ansi().enabled() ? RED + text + RESET : text);
        out.flush();
    }

    private synchronized void redraw() {
        if (!closed && terminal.live()) {
            out.print(WIPE + terminal.fit(live.now(elapsed.get())));
            out.flush();
        }
    }

    /** Take the moving line away and fall silent. Safe to repeat, and from a shutdown hook. */
    @Override
    public void close() {
        redrawing.shutdownNow();
        synchronized (this) {
            if (!closed && terminal.live()) {
                out.print(WIPE);
                out.flush();
            }
            closed = true;
        }
    }
}
