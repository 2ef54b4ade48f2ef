package dev.blackstart.control;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.kind.Kinds;
import java.util.stream.Stream;

/**
 * A kind of control: what it is without, and so what the drill needs. One class a kind; each says when a drill owes it, what
 * it changes and how what came of it is judged, so that a new kind that leaves one of these out does not compile.
 */
public sealed interface ControlKind
        permits AnotherValue,
                DoorToAnotherValue,
                EverybodyBack,
                OlderBackup,
                SecretWithheld,
                StepLeftOut,
                WithoutBackup {
    /** All kinds, by the words that the journal and reports use. */
    Kinds<ControlKind> KINDS = Kinds.of(ControlKind.class);

    /** The word for it in the journal and in reports. */
    default String word() {
        return Kinds.word(getClass());
    }

    /** Name a control of this kind, such as {@code without hosting-login}. */
    String name(Control control);

    /** What has to come of it. */
    Verdict expected();

    /** List the controls of this kind that a drill owes its reader. */
    Stream<Control> owed(Owing drill);

    /** Say in a few words why a drill that owes none of this kind has none. */
    String whyNone(Owing drill);

    /** Say whether a step of this drill can show it, so that no recovery of its own is needed. */
    InPlace inPlace(Event.RunStarted plan);

    /** Ask for what a control of this kind changes. */
    void change(Control control, AttemptChanges changes);

    /** Judge a control that recovered. */
    Ruled passed(Judged control);

    /** Judge a control that did not recover; {@code why} is what stopped it first. */
    Ruled failed(Judged control, Finding why);

    /**
     * Say whether a control tells of a secret whether recovery needs it.
     *
     * @param door whether a lock-out drill stopped at this secret
     */
    boolean tellsOf(String secret, Control control, boolean door);

    /** Say what such a control shows of the secret. */
    Proof proof(Verdict verdict);
}
