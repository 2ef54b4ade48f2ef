package dev.blackstart.recovery;

import dev.blackstart.machine.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees which secrets' files the responder opens, by inotify and so not by guessing from a runbook's text. Events of one
 * inotify instance are in order (inotify(7)), so a file made after a step divides what it opened from what comes next.
 */
final class StoreWatch implements AutoCloseable {
    private static final Pattern EVENT = Pattern.compile("([A-Z,_]+) (.*)");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);
    private static final Duration REPORTS_WITHIN = Duration.ofSeconds(5);

    private final Responder responder;
    private final List<String> stores;
    private final CountDownLatch established = new CountDownLatch(1);
    private final Map<String, CountDownLatch> marks = new ConcurrentHashMap<>();
    private final Set<String> opened = new LinkedHashSet<>();
    private final Host.Watch watch;

    private StoreWatch(Responder responder) {
        this.responder = responder;
        this.stores = responder.storePaths();
        this.watch = responder
                .host()
                .watch(
                        responder.command("", Duration.ofHours(12), Scripts.bash(StoreWatch.class, "watch.sh", stores)),
                        this::line);
    }

    /** Begin to watch; throws {@link IllegalStateException} where the watch cannot be set up. */
    static StoreWatch begin(Responder responder) {
        StoreWatch watch = new StoreWatch(responder);
        if (!await(watch.established, STARTS_WITHIN)) {
            watch.close();
            throw new IllegalStateException("the store on the responder cannot be watched (inotifywait)");
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
        if (path.startsWith(Responder.HOME + "/.steps/")) {
            latch(path.substring(path.lastIndexOf('/') + 1)).countDown();
        } else if (event.group(1).contains("OPEN") && path.endsWith(".gpg")) {
            synchronized (opened) {
                opened.add(secret(path));
            }
        }
    }

    private String secret(String path) {
        String inStore = stores.stream()
                .filter(store -> path.startsWith(store + "/"))
                .findFirst()
                .map(store -> path.substring(store.length() + 1))
                .orElse(path);
        return inStore.substring(0, inStore.length() - ".gpg".length());
    }

    /** What was opened since the last call and before this mark was made; empty where the watch broke off. */
    Optional<List<String>> openedUntil(String mark) {
        if (!await(latch(mark), REPORTS_WITHIN)) {
            return Optional.empty();
        }
        synchronized (opened) {
            List<String> secrets = new ArrayList<>(opened);
            opened.clear();
            return Optional.of(secrets);
        }
    }

    /** What was opened since the last call; empty where the watch broke off. */
    Optional<List<String>> openedUntilNow() {
        String mark = UUID.randomUUID().toString();
        responder.run(REPORTS_WITHIN, "touch", Responder.HOME + "/.steps/" + mark);
        return openedUntil(mark);
    }

    private CountDownLatch latch(String mark) {
        return marks.computeIfAbsent(mark, unused -> new CountDownLatch(1));
    }

    private static boolean await(CountDownLatch latch, Duration within) {
        try {
            return latch.await(within.toMillis(), TimeUnit.MILLISECONDS);
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
