package dev.blackstart.observe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What is known of one probe: of two answers, the one to the later question decides, whichever came first. */
final class ProbeTrack {
    private static final int TWO = 2;
    private static final int LATEST = 3;
    private static final Duration SUSPECT = Duration.ofMillis(100);
    private static final Duration LONGEST_UP = Duration.ofSeconds(5);
    private static final Duration LONGEST_WATCHED = Duration.ofMillis(250);

    private final String probe;
    private final AskTimes asks = new AskTimes();
    private final List<Transition> transitions = new ArrayList<>();
    private Optional<Duration> decidedBy = Optional.empty();
    private Optional<Duration> lastFailed = Optional.empty();
    private Optional<Duration> lastAsked = Optional.empty();
    private final List<Duration> outstanding = new ArrayList<>();
    private final WhileAway whileAway = new WhileAway();
    private String detail = "not asked yet";
    private boolean answered;
    private Duration cost = Duration.ZERO;
    private final Deque<Duration> took = new ArrayDeque<>();

    ProbeTrack(String probe) {
        this.probe = probe;
    }

    void asked(Duration at) {
        asks.add(at);
        lastAsked = Optional.of(at);
        outstanding.add(at);
    }

    /**
     * Whether it is time for a question. A pace that adapts asks as often as it may while nothing answers; while something
     * does, no more than two questions are under way. Where it answers rightly, all probes together take 4 % of its time; where
     * it answers wrongly, as much as one of its workers has, as the moment of its return must not be missed.
     *
     * @param probes how many share the service's time
     * @param watched whether it is about to change: then it is asked a few times a second at least
     */
    boolean due(Duration now, ProbePace pace, int probes, boolean watched) {
        if (!pace.adapts() || !answers(now)) {
            int most = everUp() ? pace.mostOutstanding() : Math.min(ProbePace.AT_FIRST, pace.mostOutstanding());
            return outstanding.size() < most
                    && askedBefore(now, pace.between(outstanding.size() >= ProbePace.AT_FIRST));
        }
        Duration pause = isUp()
                ? shorter(cost.multipliedBy(25L * probes), watched ? LONGEST_WATCHED : LONGEST_UP)
                : shorter(cost.multipliedBy(probes), LONGEST_WATCHED);
        return outstanding.size() < TWO && askedBefore(now, pause);
    }

    private boolean askedBefore(Duration now, Duration pause) {
        return lastAsked.filter(last -> now.minus(last).compareTo(pause) < 0).isEmpty();
    }

    /** Whether it answers at present, rightly or wrongly, as far as can be told from questions that are still open. */
    private boolean answers(Duration now) {
        Duration patience = longer(SUSPECT, cost.multipliedBy(4));
        return answered
                && outstanding.stream().noneMatch(asked -> now.minus(asked).compareTo(patience) > 0);
    }

    /** Of the last three answers, the middle one: a single slow one is no reason to look away. */
    private Duration usual() {
        if (took.size() > LATEST) {
            took.remove();
        }
        List<Duration> sorted = took.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Take an answer; gives the transition that it makes. */
    Optional<Transition> told(Sample sample, Duration askedAt, Duration at) {
        outstanding.remove(askedAt);
        if (!sample.up() && !isLater(lastFailed, askedAt)) {
            lastFailed = Optional.of(askedAt);
        }
        if (isLater(decidedBy, askedAt)) {
            return Optional.empty();
        }
        decidedBy = Optional.of(askedAt);
        whileAway.told(sample, askedAt, at);
        answered = sample.answered();
        if (answered) {
            took.add(at.minus(askedAt));
            cost = usual();
        }
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
        return outstanding.size();
    }

    /** What it said while what it asks for was away. */
    WhileAway whileAway() {
        return whileAway;
    }

    /** How finely it looked from a moment on until it held for good; empty: it never ceased to hold. */
    Optional<Resolution> resolution(Duration from, Duration to) {
        List<Transition> later = transitions.stream()
                .filter(transition -> transition.at().compareTo(from) >= 0)
                .toList();
        if (later.isEmpty()) {
            return Optional.empty();
        }
        Transition last = later.get(later.size() - 1);
        Duration end = last.up() ? shorter(last.askedAt().plusNanos(1), to) : to;
        return Optional.of(Resolution.of(List.of(asks), from, longer(end, from)));
    }

    List<Transition> transitions() {
        return List.copyOf(transitions);
    }

    AskTimes asks() {
        return asks;
    }

    /** Say why it is not up; one that was is not told to be so by answers from before. */
    String describe() {
        return "\"" + probe + "\": " + (isUp() ? "no answer yet to what was asked last" : detail);
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
