package dev.blackstart.store;

import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Scripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees which secrets' files are opened in a store that is a directory, by inotify (ADR 6). Events of one inotify instance are in order (inotify(7)), so a
 * mark that is left after a step divides what it opened from what comes next.
 */
final class FileWatch implements StoreWatch {
    private static final Pattern EVENT = Pattern.compile("([A-Z,_]+) (.*)");

    /** Generous: a machine that is busy with other things reports late, and a watch that broke off is noticed at once. */
    private static final Duration REPORTS_WITHIN = Duration.ofMinutes(1);

    private static final Duration LOOKS_AGAIN_AFTER = Duration.ofMillis(100);

    private final String store;
    private final Function<String, Optional<String>> secret;
    private final CountDownLatch established = new CountDownLatch(1);
    private final Map<String, CountDownLatch> marks = new ConcurrentHashMap<>();
    private final Set<String> opened = new LinkedHashSet<>();
    private final Host.Watch watch;

    private FileWatch(Desk desk, String store, Function<String, Optional<String>> secret) {
        this.store = store + "/";
        this.secret = secret;
        this.watch = desk.watch(Scripts.bash(FileWatch.class, "file-watch.sh", List.of(store, Desk.MARKS)), this::line);
    }

    /**
     * Begin to watch a directory.
     *
     * @param secret which one a file of it holds; empty: none
     */
    static FileWatch begin(Desk desk, String store, Function<String, Optional<String>> secret) {
        FileWatch watch = new FileWatch(desk, store, secret);
        if (!watch.await(watch.established)) {
            watch.close();
            throw new StoreException("the store on the responder cannot be watched (inotifywait)");
        }
        return watch;
    }

    private void line(String line) {
        if (line.startsWith("Watches established")) {
            established.countDown();
            return;
        }
        Matcher event = EVENT.matcher(line);
        if (!event.matches()) {
            return;
        }
        String path = event.group(2);
        if (path.startsWith(Desk.MARKS + "/")) {
            latch(path.substring(path.lastIndexOf('/') + 1)).countDown();
        } else if (event.group(1).contains("OPEN") && path.startsWith(store)) {
            secret.apply(path.substring(store.length())).ifPresent(this::opened);
        }
    }

    private void opened(String secret) {
        synchronized (opened) {
            opened.add(secret);
        }
    }

    @Override
    public Optional<Seen> until(String mark) {
        if (!await(latch(mark))) {
            return Optional.empty();
        }
        synchronized (opened) {
            List<String> secrets = new ArrayList<>(opened);
            opened.clear();
            return Optional.of(new Seen(secrets));
        }
    }

    private CountDownLatch latch(String mark) {
        return marks.computeIfAbsent(mark, unused -> new CountDownLatch(1));
    }

    private boolean await(CountDownLatch latch) {
        try {
            for (long looks = REPORTS_WITHIN.dividedBy(LOOKS_AGAIN_AFTER); looks > 0; looks--) {
                boolean alive = watch.alive(); // asked first: what it said before it ended has arrived by then
                if (latch.await(LOOKS_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                    return true;
                }
                if (!alive) {
                    return false;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
