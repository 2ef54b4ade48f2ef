package dev.blackstart.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one probe: of two answers, the one to the later question decides, whichever came first. */
final class ProbeTrack {
    private final String probe;
    private final AskTimes asks = new AskTimes();
    private final List<Transition> transitions = new ArrayList<>();
    private Optional<Duration> decidedBy = Optional.empty();
    private Optional<Duration> lastFailed = Optional.empty();
    private String detail = "not asked yet";
    private int outstanding;

    ProbeTrack(String probe) {
        this.probe = probe;
    }

    void asked(Duration at) {
        asks.add(at);
        outstanding++;
    }

    /** Take an answer; gives the transition that it makes. */
    Optional<Transition> told(Sample sample, Duration askedAt, Duration at) {
        outstanding--;
        if (!sample.up() && !isLater(lastFailed, askedAt)) {
            lastFailed = Optional.of(askedAt);
        }
        if (isLater(decidedBy, askedAt)) {
            return Optional.empty();
        }
        decidedBy = Optional.of(askedAt);
        detail = sample.detail();
        if (!transitions.isEmpty() && isUp() == sample.up()) {
            return Optional.empty();
        }
        Transition transition = new Transition(probe, sample.up(), askedAt, at, sample.detail());
        transitions.add(transition);
        return Optional.of(transition);
    }

    /** Since when it holds, if a question that was not asked before {@code askedFrom} says so. */
    Optional<Duration> upSince(Duration askedFrom) {
        boolean fresh = decidedBy.filter(at -> at.compareTo(askedFrom) >= 0).isPresent();
        return fresh && isUp() ? Optional.of(latest().at()) : Optional.empty();
    }

    /** Whether a question that was not asked before had no answer or a wrong one. */
    boolean failedSince(Duration askedFrom) {
        return lastFailed.filter(at -> at.compareTo(askedFrom) >= 0).isPresent();
    }

    boolean everUp() {
        return transitions.stream().anyMatch(Transition::up);
    }

    int outstanding() {
        return outstanding;
    }

    List<Transition> transitions() {
        return List.copyOf(transitions);
    }

    AskTimes asks() {
        return asks;
    }

    String describe() {
        return probe + ": " + detail;
    }

    private boolean isUp() {
        return !transitions.isEmpty() && latest().up();
    }

    private Transition latest() {
        return transitions.get(transitions.size() - 1);
    }

    private static boolean isLater(Optional<Duration> known, Duration askedAt) {
        return known.filter(at -> at.compareTo(askedAt) > 0).isPresent();
    }
}
