package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Kinds;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of control: what it is without, and so what the drill needs. One class a kind; each says when a drill owes it, what
 * it changes and how what came of it is judged, so that a new kind that leaves one of these out does not compile.
 */
public sealed interface ControlKind permits AnotherValue, EverybodyBack, SecretWithheld, WithoutBackup {
    /** All kinds, by the words that the journal and reports use. */
    Kinds<ControlKind> KINDS = Kinds.of(ControlKind.class);

    /** The word for it in the journal and in reports. */
    default String word() {
        return Kinds.word(getClass());
    }

    /** Name a control of this kind, such as {@code without hosting-login}. */
    String name(Optional<String> secret);

    /** What has to come of it. */
    Verdict expected();

    /**
     * List the controls of this kind that a drill owes its reader.
     *
     * @param opened the secrets that the drill itself opened, in that order
     */
    Stream<Control> owed(Event.RunStarted plan, Set<String> opened);

    /**
     * Whether one thing alone is missing, which can be given back: then a step that needs it fails without it and succeeds
     * with it, and no recovery of its own is needed to see that.
     */
    boolean inPlace();

    /** Ask for what a control of this kind changes. */
    void change(Optional<String> secret, AttemptChanges changes);

    /** Judge a control that recovered. */
    Ruled passed(Judged control);

    /** Judge a control that did not recover; {@code why} is what stopped it first. */
    Ruled failed(Judged control, Finding why);

    /**
     * Say whether a control tells of a secret whether recovery needs it.
     *
     * @param withheld the secret that it withheld
     * @param door whether a lock-out drill stopped at this secret
     */
    boolean tellsOf(String secret, Optional<String> withheld, boolean door);

    /** Say what such a control shows of the secret. */
    Proof proof(Verdict verdict);
}
