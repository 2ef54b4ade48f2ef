package dev.blackstart.observe;

import dev.blackstart.clock.Deadline;
import dev.blackstart.clock.Ended;
import dev.blackstart.clock.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks every probe at its pace without waiting for answers, and knows since when they hold.
 *
 * <p>All moments are on the run's ticker. A verdict's moment is when its answer was complete.
 */
public final class ProbeBoard implements AutoCloseable {
    private final Ticker ticker;
    private final List<Probe> probes;
    private final Function<Probe, ProbePace> pace;
    private final Consumer<Transition> listener;
    private final Map<String, ProbeTrack> tracks = new LinkedHashMap<>();
    private final ScheduledExecutorService schedule = Pacemaker.create("probes");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private @Nullable String gaveUp;
    private boolean watched;
    private boolean closed;

    /** @param listener is told of each transition in order, while the board waits: it has to be quick */
    public ProbeBoard(
            Ticker ticker, Collection<? extends Probe> probes, ProbePace pace, Consumer<Transition> listener) {
        this(ticker, probes, probe -> pace, listener);
    }

    /** @param pace of each probe */
    public ProbeBoard(
            Ticker ticker,
            Collection<? extends Probe> probes,
            Function<Probe, ProbePace> pace,
            Consumer<Transition> listener) {
        this.ticker = ticker;
        this.probes = List.copyOf(probes);
        this.pace = pace;
        this.listener = listener;
        for (Probe probe : probes) {
            if (tracks.put(probe.name(), new ProbeTrack(probe.name())) != null) {
                throw new IllegalArgumentException("two probes named " + probe.name());
            }
        }
    }

    /** Begin to ask. */
    public void start() {
        for (Probe probe : probes) {
            var ignored = schedule.scheduleAtFixedRate(
                    () -> ask(probe, false), 0, pace.apply(probe).interval().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Wait until every probe holds, by answers to questions that were not asked before {@code askedFrom}. */
    public Ended awaitAllUp(Duration deadline, Duration askedFrom) {
        Duration began = ticker.elapsed();
        Deadline end = Deadline.in(ticker, deadline);
        askNow();
        lock.lock();
        try {
            while (true) {
                if (allUpSince(askedFrom).isPresent()) {
                    return new Ended(Ended.How.HELD, ticker.elapsed().minus(began), "");
                }
                if (gaveUp != null) {
                    return new Ended(Ended.How.GAVE_UP, ticker.elapsed().minus(began), gaveUp);
                }
                if (end.passed()) {
                    return new Ended(Ended.How.TIMED_OUT, ticker.elapsed().minus(began), notUp(askedFrom));
                }
                var ignored = news.awaitNanos(end.left().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(Ended.How.INTERRUPTED, ticker.elapsed().minus(began), notUp(askedFrom));
        } finally {
            lock.unlock();
        }
    }

    /** Wait, for as long as it takes, until every probe holds by answers to questions not asked before this moment. */
    public void awaitAllUp(Duration askedFrom) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (allUpSince(askedFrom).isEmpty()) {
                news.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tell since when every probe holds without a break, by what was answered so far; empty if one of them doesn't, or
     * was last answered to a question from before {@code askedFrom}.
     */
    public Optional<Duration> allUpSince(Duration askedFrom) {
        return locked(() -> {
            List<Duration> since = tracks.values().stream()
                    .flatMap(track -> track.upSince(askedFrom).stream())
                    .toList();
            return since.size() == tracks.size() ? since.stream().max(Comparator.naturalOrder()) : Optional.empty();
        });
    }

    /** Wait until a probe had no answer or a wrong one to a question not asked before this moment. */
    public void awaitAnyDown(Duration deadline, Duration askedFrom) {
        Deadline end = Deadline.in(ticker, deadline);
        lock.lock();
        try {
            while (everDown(askedFrom).isEmpty() && !end.passed()) {
                var ignored = news.awaitNanos(end.left().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** The probes that at least once had no answer or a wrong one to a question not asked before this moment. */
    public Set<String> everDown(Duration askedFrom) {
        return locked(() -> tracks.entrySet().stream()
                .filter(track -> track.getValue().failedSince(askedFrom))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * How finely the probes looked between two moments; of several probes, the worst. Of those that ceased to hold, only
     * until they held for good: after that, no time is taken from them. Of the others nothing, unless all held throughout.
     */
    public Resolution resolution(Duration from, Duration to) {
        return locked(() -> tracks.values().stream()
                .flatMap(track -> track.resolution(from, to).stream())
                .reduce(Resolution::worst)
                .orElseGet(() -> Resolution.of(
                        tracks.values().stream().map(ProbeTrack::asks).toList(), from, to)));
    }

    /** Something is about to be destroyed: look a few times a second at least, until it {@link #mayReturn}. */
    public void expectChange() {
        locked(() -> watched = true);
    }

    /** What probes ask for is away from now on: each is asked at once, and has to say no until it {@link #mayReturn}. */
    public void away() {
        Duration now = ticker.elapsed();
        locked(() -> {
            tracks.values().forEach(track -> track.whileAway().begins(now));
            return true;
        });
        probes.forEach(probe -> ask(probe, true));
    }

    /** From now on something is done that may bring back what was away. */
    public void mayReturn() {
        Duration now = ticker.elapsed();
        locked(() -> {
            tracks.values().forEach(track -> track.whileAway().ends(now));
            watched = false;
            return true;
        });
    }

    /**
     * By probe, why it says nothing of what was away: it never said no, or said yes before that could be back. Of a probe
     * that could not be asked in that time, nothing is told.
     */
    public Map<String, Optional<String>> faults() {
        return locked(() -> {
            Map<String, Optional<String>> faults = new LinkedHashMap<>();
            tracks.forEach((name, track) -> {
                if (track.whileAway().told()) {
                    faults.put(name, track.whileAway().fault());
                }
            });
            return faults;
        });
    }

    /** Ask those at once that would be asked some time later only, as they answer. */
    private void askNow() {
        probes.stream().filter(probe -> pace.apply(probe).adapts()).forEach(probe -> ask(probe, true));
    }

    /** Ask no more, and hear no more: what tearing a replica down does to it is no news. */
    @Override
    public void close() {
        schedule.shutdownNow();
        locked(() -> closed = true);
    }

    private void ask(Probe probe, boolean now) {
        ProbeTrack track = track(probe.name());
        ProbePace own = pace.apply(probe);
        Duration askedAt = ticker.elapsed();
        boolean due = locked(() -> {
            if (closed || !(now || track.due(askedAt, own, probes.size(), watched))) {
                return false;
            }
            track.asked(askedAt);
            return true;
        });
        if (due) {
            var ignored = probe.ask(own.deadline()).whenComplete((sample, failure) -> {
                Sample told = failure == null ? sample : Sample.silent(Reason.of(failure, own.deadline()));
                tell(track, told, askedAt);
            });
        }
    }

    private void tell(ProbeTrack track, Sample sample, Duration askedAt) {
        Duration at = ticker.elapsed();
        locked(() -> {
            if (!closed) {
                track.told(sample, askedAt, at).ifPresent(this::announce);
                news.signalAll();
            }
            return true;
        });
    }

    /** A listener that fails has lost an event: whoever waits must hear of it. */
    private void announce(Transition transition) {
        try {
            listener.accept(transition);
        } catch (RuntimeException e) {
            gaveUp = "a transition of '" + transition.probe() + "' could not be recorded: " + e;
        }
    }

    /** Name those that don't hold by answers to questions that were not asked before, each with its last answer. */
    public String notUp(Duration askedFrom) {
        return locked(() -> tracks.values().stream()
                .filter(track -> track.upSince(askedFrom).isEmpty())
                .map(ProbeTrack::describe)
                .collect(Collectors.joining("; ")));
    }

    private ProbeTrack track(String probe) {
        ProbeTrack track = tracks.get(probe);
        if (track == null) {
            throw new IllegalArgumentException("no probe named " + probe);
        }
        return track;
    }

    private <T> T locked(Supplier<T> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
