package dev.blackstart.drill;

import dev.blackstart.commission.CommissionException;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.IsolationException;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.state.StateException;
import java.util.Optional;
import java.util.function.Supplier;

/** Words what kept a run from telling anything, each with what to do about it. */
final class Mishaps {
    private final Recorder recorder;
    private final Place drill;

    Mishaps(Recorder recorder, Place drill) {
        this.recorder = recorder;
        this.drill = drill;
    }

    /** Do something; where it cannot be done, say why: that is never a verdict on the recovery. */
    <T> Optional<T> told(String attempt, Supplier<T> task) {
        try {
            return Optional.of(task.get());
        } catch (JournalException e) {
            throw e;
        } catch (CommissionException e) {
            recorder.record(attempt, new Event.Untold(e.code(), String.valueOf(e.getMessage()), e.place(), e.hint()));
        } catch (EngineException e) {
            untold(attempt, UntoldCode.ENGINE, String.valueOf(e.getMessage()), e.hint());
        } catch (IsolationException e) {
            untold(
                    attempt,
                    UntoldCode.ISOLATION_BROKEN,
                    "something leads out of the replica: " + e.getMessage(),
                    "nothing was destroyed; close the way out, and run the drill again");
        } catch (StateException e) {
            untold(
                    attempt,
                    UntoldCode.STATE_UNREADABLE,
                    e.getMessage() + ": " + e.detail(),
                    "see whether the host holds the state that compose.yaml declares");
        } catch (RuntimeException e) { // all of them: a check that crashed leaves a report too, which is not green
            untold(
                    attempt,
                    UntoldCode.COULD_NOT_RUN,
                    e.getMessage() == null ? e.toString() : e.getMessage(),
                    "nothing is said about the recovery; mend this and run the drill again");
        }
        return Optional.empty();
    }

    /** Write down that something could not be told, and what to do about it. */
    void untold(String attempt, UntoldCode code, String message, String hint) {
        recorder.record(attempt, new Event.Untold(code, message, drill, hint));
    }
}
