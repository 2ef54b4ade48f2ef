package dev.blackstart.control;

import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Parameters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One control of a run.
 *
 * @param secret the one that it is about
 * @param step the one that it is about, by its place on the page
 */
public record Control(ControlKind kind, Optional<String> secret, Optional<Integer> step) {
    /** One that is about the drill as a whole. */
    Control(ControlKind kind) {
        this(kind, Optional.empty(), Optional.empty());
    }

    /** One that is about a secret. */
    Control(ControlKind kind, String secret) {
        this(kind, Optional.of(secret), Optional.empty());
    }

    /** One that is about a step. */
    Control(ControlKind kind, int step) {
        this(kind, Optional.empty(), Optional.of(step));
    }

    /** Name the control that an attempt was; empty: it is the drill itself, or of a kind that is not known here. */
    public static Optional<Control> of(AttemptHistory attempt) {
        return attempt.control()
                .flatMap(word -> ControlKind.KINDS.read(word, Parameters.none()))
                .map(kind -> new Control(kind, attempt.withheld(), attempt.leftOut()));
    }

    /** Name the control that was tried at a step; empty: it is of a kind that is not known here. */
    public static Optional<Control> of(Event.TrialEnded trial) {
        return ControlKind.KINDS
                .read(trial.control(), Parameters.none())
                .map(kind -> new Control(kind, trial.secret(), Optional.empty()));
    }

    /** List what a drill owes its reader, in the order in which it is run: what is not about one secret comes first. */
    public static List<Control> owed(Event.RunStarted plan, AttemptHistory main) {
        Owing owing = Owing.of(plan, main);
        return ControlKind.KINDS.all().stream()
                .flatMap(kind -> kind.owed(owing))
                .sorted(Comparator.comparing(control -> control.secret().isPresent()))
                .toList();
    }

    /** Name it, such as {@code without a backup}; no other control of a run has this name. */
    public String name() {
        return kind.name(this);
    }

    /** What has to come of it. */
    public Verdict expected() {
        return kind.expected();
    }

    /** Say whether it can be tried step by step in this drill. */
    public InPlace inPlace(Event.RunStarted plan) {
        return kind.inPlace(plan);
    }

    /** Spell its kind as the journal and reports do. */
    public String word() {
        return kind.word();
    }

    /** Say whether it tells of a secret whether recovery needs it; {@code door}: a lock-out drill stopped at it. */
    public boolean tellsOf(String secretOfOurs, boolean door) {
        return kind.tellsOf(secretOfOurs, this, door);
    }

    /** Ask for what it changes. */
    public void change(AttemptChanges changes) {
        kind.change(this, changes);
    }
}
