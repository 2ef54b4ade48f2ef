package dev.blackstart.journal;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.blackstart.finding.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Something that happened in a run. Every text in it is redacted before it comes here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = Event.AttemptStarted.class, name = "attempt-started"),
    @JsonSubTypes.Type(value = Event.StageStarted.class, name = "stage-started"),
    @JsonSubTypes.Type(value = Event.StageEnded.class, name = "stage-ended"),
    @JsonSubTypes.Type(value = Event.IsolationProved.class, name = "isolation-proved"),
    @JsonSubTypes.Type(value = Event.ProbeTurned.class, name = "probe-turned"),
    @JsonSubTypes.Type(value = Event.SteadyStateHeld.class, name = "steady-state-held"),
    @JsonSubTypes.Type(value = Event.Calibrated.class, name = "calibrated"),
    @JsonSubTypes.Type(value = Event.FingerprintTaken.class, name = "fingerprint-taken"),
    @JsonSubTypes.Type(value = Event.Referred.class, name = "referred"),
    @JsonSubTypes.Type(value = Event.Lived.class, name = "lived"),
    @JsonSubTypes.Type(value = Event.SignLooked.class, name = "sign-looked"),
    @JsonSubTypes.Type(value = Event.BackupStarted.class, name = "backup-started"),
    @JsonSubTypes.Type(value = Event.WorkloadStopped.class, name = "workload-stopped"),
    @JsonSubTypes.Type(value = Event.ErasuresStopped.class, name = "erasures-stopped"),
    @JsonSubTypes.Type(value = Event.StrikeBegun.class, name = "strike-begun"),
    @JsonSubTypes.Type(value = Event.Struck.class, name = "struck"),
    @JsonSubTypes.Type(value = Event.Damaged.class, name = "damaged"),
    @JsonSubTypes.Type(value = Event.Detected.class, name = "detected"),
    @JsonSubTypes.Type(value = Event.StepStarted.class, name = "step-started"),
    @JsonSubTypes.Type(value = Event.StepEnded.class, name = "step-ended"),
    @JsonSubTypes.Type(value = Event.HostSaid.class, name = "host-said"),
    @JsonSubTypes.Type(value = Event.SecretOpened.class, name = "secret-opened"),
    @JsonSubTypes.Type(value = Event.TrialEnded.class, name = "trial-ended"),
    @JsonSubTypes.Type(value = Event.PressedOn.class, name = "pressed-on"),
    @JsonSubTypes.Type(value = Event.StateLooked.class, name = "state-looked"),
    @JsonSubTypes.Type(value = Event.WriteTaken.class, name = "write-taken"),
    @JsonSubTypes.Type(value = Event.ProbesMeasured.class, name = "probes-measured"),
    @JsonSubTypes.Type(value = Event.LagMeasured.class, name = "lag-measured"),
    @JsonSubTypes.Type(value = Event.WorkloadReadBack.class, name = "workload-read-back"),
    @JsonSubTypes.Type(value = Event.EdgeWrite.class, name = "edge-write"),
    @JsonSubTypes.Type(value = Event.HoleFound.class, name = "hole-found"),
    @JsonSubTypes.Type(value = Event.ContentCompared.class, name = "content-compared"),
    @JsonSubTypes.Type(value = Event.ErasuresReadBack.class, name = "erasures-read-back"),
    @JsonSubTypes.Type(value = Event.EdgeErasure.class, name = "edge-erasure"),
    @JsonSubTypes.Type(value = Event.WroteAgain.class, name = "wrote-again"),
    @JsonSubTypes.Type(value = Event.DataDiffered.class, name = "data-differed"),
    @JsonSubTypes.Type(value = Event.CheckEnded.class, name = "check-ended"),
    @JsonSubTypes.Type(value = Event.BackupAwaited.class, name = "backup-awaited"),
    @JsonSubTypes.Type(value = Event.PromiseLooked.class, name = "promise-looked"),
    @JsonSubTypes.Type(value = Event.GenerationsLooked.class, name = "generations-looked"),
    @JsonSubTypes.Type(value = Event.HostRestarted.class, name = "host-restarted"),
    @JsonSubTypes.Type(value = Event.Verified.class, name = "verified"),
    @JsonSubTypes.Type(value = Event.Untold.class, name = "untold"),
    @JsonSubTypes.Type(value = Event.SecretShown.class, name = "secret-shown"),
    @JsonSubTypes.Type(value = Event.AttemptEnded.class, name = "attempt-ended"),
    @JsonSubTypes.Type(value = Event.CleanedUp.class, name = "cleaned-up"),
    @JsonSubTypes.Type(value = Event.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = Event.Overhead.class, name = "overhead"),
    @JsonSubTypes.Type(value = Event.RunEnded.class, name = "run-ended"),
})
public sealed interface Event {
    /**
     * The plan: what was to be done and what was taken for granted.
     *
     * @param objectives where they are promised
     * @param disasters one sentence each, such as {@code db is lost}
     * @param stopsService whether a host is lost, or a service stops, so that a probe must notice
     * @param losesData whether only a backup brings back what is lost, so that a recovery without one must fail
     * @param corrupts whether data is damaged in place, so that a detector must notice
     * @param foretold what the analysis says of the survivors; empty: it was not asked
     * @param states what the hosts hold that are lost
     * @param restarts the hosts that are restarted once they are recovered
     * @param noRestart why none is, where somebody says so
     * @param noControl why it need have no control, where somebody says so
     */
    record RunStarted(
            String runId,
            String version,
            Instant startedAt,
            long seed,
            boolean quick,
            boolean proveSteps,
            String drill,
            String title,
            Place place,
            String digest,
            String environment,
            Expectation expectation,
            Duration recoveryTimeObjective,
            Duration recoveryPointObjective,
            Optional<Duration> pageDoneObjective,
            Place objectives,
            List<String> disasters,
            boolean stopsService,
            boolean losesData,
            boolean corrupts,
            List<String> survivors,
            List<String> lost,
            Optional<Foretold> foretold,
            List<PlannedSecret> secrets,
            List<PlannedState> states,
            List<Tolerated> tolerated,
            List<String> checks,
            List<String> restarts,
            Optional<Waived> noRestart,
            Optional<Waived> noControl,
            List<String> assumptions,
            String engine)
            implements Event {
        public RunStarted {
            foretold = Objects.requireNonNullElse(foretold, Optional.empty());
            states = Objects.requireNonNullElse(states, List.of()); // journals of before they were written have none
            restarts = Objects.requireNonNullElse(restarts, List.of());
        }

        /** Whether recovery has to fail, at a secret that nobody left can open. */
        public boolean lockedOut() {
            return expectation == Expectation.LOCKED_OUT;
        }

        /** Where a secret is documented; in the drill, where it is none. */
        public Place placeOf(String secret) {
            return secrets.stream()
                    .filter(planned -> planned.name().equals(secret))
                    .map(PlannedSecret::place)
                    .findFirst()
                    .orElse(place);
        }

        /** Who accepted that recovery goes through without a secret, and why. */
        public Optional<Tolerated> tolerance(String secret) {
            return tolerated.stream()
                    .filter(accepted -> accepted.secret().equals(secret))
                    .findFirst();
        }
    }

    /** What a drill wants to see. */
    enum Expectation {
        @JsonProperty("recovered")
        RECOVERED,
        /** Nobody who is left may be able to recover. */
        @JsonProperty("locked-out")
        LOCKED_OUT
    }

    /**
     * What the analysis says of the survivors.
     *
     * @param closed the secrets that the page needs and they cannot open; none: they recover
     * @param stop the first step whose text asks for one of these
     */
    record Foretold(List<String> closed, Optional<Place> stop) {}

    /** A documented secret of the environment, and where it is documented. */
    record PlannedSecret(String name, String purpose, String store, Place place) {}

    /**
     * A state of a host that is lost.
     *
     * @param rebuilt why no backup need hold it, where somebody says so
     */
    record PlannedState(String host, String state, Optional<String> rebuilt) {}

    /** Something that a drill leaves out openly, and why. */
    record Waived(String because, Place place) {}

    /** A secret whose control may pass. */
    record Tolerated(String secret, String because, Place place) {}

    /**
     * The drill itself or one of its controls begins.
     *
     * @param control the word of its kind, such as {@code without-backup}; empty: the drill itself
     * @param withheld the secret that this control is about
     * @param leftOut the step that this control leaves out
     */
    record AttemptStarted(Optional<String> control, Optional<String> withheld, Optional<Integer> leftOut)
            implements Event {
        /** In the place of a kind: several controls are tried in this attempt, step by step. */
        public static final String STEP_BY_STEP = "step-by-step";
    }

    /** A stage outside the runbook begins. */
    record StageStarted(Stage stage) implements Event {}

    record StageEnded(Stage stage) implements Event {}

    /** Nothing leads out of the replica; one sentence for each thing that was looked at. */
    record IsolationProved(List<String> proofs) implements Event {}

    /** A probe's answer changed; {@code detail} says what it answered. */
    record ProbeTurned(String probe, boolean up, String detail) implements Event {}

    /** Every probe held before the disaster. */
    record SteadyStateHeld(List<String> probes) implements Event {}

    /**
     * An observer was asked where one answer only can be right: who cannot say no is no evidence, and who says no where all
     * is well is none either.
     *
     * @param expected true: it has to say yes, as all is well (a detector: that there is damage)
     * @param right whether it said what it has to
     * @param detail what it said
     */
    record Calibrated(Observer observer, String name, boolean expected, boolean right, String detail, Place place)
            implements Event {}

    /** What a run sees with. */
    enum Observer {
        /** Of the steady state. */
        @JsonProperty("probe")
        PROBE,
        @JsonProperty("detector")
        DETECTOR,
        /** Of the workload's writes. */
        @JsonProperty("read-back")
        READ_BACK,
        /** What the workload says is erased. */
        @JsonProperty("erasure")
        ERASURE,
        /** Of the drill's verification. */
        @JsonProperty("check")
        CHECK
    }

    /**
     * What a host held at the baseline.
     *
     * @param state what it is called, such as the name of a database
     * @param objects how many things are compared
     * @param counts by nouns of the state's own kind, in the plural, the most telling first
     */
    record FingerprintTaken(
            String host,
            @JsonAlias("database") String state,
            int objects,
            @JsonAnyGetter @JsonAnySetter Map<String, Long> counts)
            implements Event {}

    /** So many rows of a state name a file, the workload's left aside. */
    record Referred(String host, String state, int rows) implements Event {}

    /**
     * Something of a state changed between two looks before the disaster, or is declared to: it is compared by presence and
     * bounds only.
     *
     * @param part as {@code living} takes it, such as {@code users.last_used_at}
     * @param what it did, in words
     */
    record Lived(String host, String state, String part, String what, boolean declared) implements Event {}

    /**
     * A backup was started while the workload ran, and has ended well.
     *
     * @param every how far such backups lie apart in life
     */
    record BackupStarted(String host, Duration took, Duration every) implements Event {}

    /**
     * The workload's writes up to the strike, but for those that it erased again.
     *
     * @param refusal what most of those came to that were not acknowledged; empty where all were
     * @param refused how many of those had been refused, or given up, before the strike; empty: not counted
     */
    record WorkloadStopped(
            String token,
            int written,
            int acknowledged,
            int unanswered,
            String refusal,
            Optional<Integer> refused,
            Duration lasted,
            Place place)
            implements Event {
        /** Whether so many were refused before the strike that the service did not work as it should. */
        public boolean refusedTooOften() {
            return refused.map(known -> tooMany(known, MOST_REFUSED))
                    .orElseGet(() -> tooMany(unanswered, MOST_UNANSWERED));
        }

        private boolean tooMany(int some, double share) {
            return some > FEW && some > written * share;
        }

        private static final int FEW = 2;
        private static final double MOST_REFUSED = 0.05;

        /** Those that were under way at the strike are among them. */
        private static final double MOST_UNANSWERED = 0.2;
    }

    /**
     * What the workload erased again up to the strike; each was seen there before.
     *
     * @param asked writes that the service was asked to erase
     * @param acknowledged those of which it said in time that they are erased
     * @param gone those of which that was seen: what comes back later is one of these
     * @param lingering those that were still there long after that was said
     * @param refusal what most of those came to that were not acknowledged; empty where all were
     */
    record ErasuresStopped(int asked, int acknowledged, int gone, int lingering, String refusal, Place place)
            implements Event {}

    /** Every probe held once more; what is to be lost is being destroyed from now on. */
    record StrikeBegun() implements Event {}

    /** The disaster begins: time zero of every actual. */
    record Struck() implements Event {}

    /** What the disaster did, one sentence, with what can be counted of it. */
    record Damaged(String what) implements Event {}

    /**
     * A detector was asked until it named the reason; {@code noticed} false: its time ran out, or it said something else.
     *
     * @param every how often it is asked in production; empty: it was asked all the time
     */
    record Detected(String name, boolean noticed, String evidence, Optional<Duration> every, Place place)
            implements Event {
        /** Our comparison with the baseline, where it is asked beside the drill's own. */
        public static final String COMPARISON = "comparison";
    }

    /** A step begins. {@code target} such as {@code responder}, {@code db over ssh}, {@code db's console}, {@code provider}. */
    record StepStarted(int number, String heading, Place place, String target, String summary) implements Event {}

    /**
     * A step ended.
     *
     * @param reason one line for the reader; empty where it succeeded
     * @param excerpt the end of its output, at most some 40 lines
     * @param opened the secrets whose files were opened while it ran
     */
    record StepEnded(
            int number,
            String heading,
            Place place,
            StepOutcome outcome,
            int exitCode,
            String reason,
            String excerpt,
            List<String> opened,
            Optional<String> refused)
            implements Event {}

    /** The end of the journal of the host on which a step did not succeed. */
    record HostSaid(int step, String host, String tail) implements Event {}

    /** How a step ended. */
    enum StepOutcome {
        /** It ended, and said so. */
        DONE,
        /** It ended with an exit code that is not zero, or the provider refused. */
        FAILED,
        /** Its time ran out. */
        TIMED_OUT,
        /** Its output was cut, or it never said that it ended: nothing can be told. */
        CUT
    }

    /** The responder opened a secret's file in the store, seen by the file system. {@code step} 0: outside any step. */
    record SecretOpened(String secret, int step) implements Event {}

    /**
     * A step was carried out without something, and then again with it.
     *
     * @param control the word of the kind of control that this is
     * @param secret the one that was withheld or had another value
     * @param without how the step ended without it
     * @param from the first step that was carried out without it, and again with it: that one, or one before it
     * @param then how the same step ended once it was given back, with nothing else changed; empty: it had not failed, and
     *     nothing was given back: the rest of the attempt shows whether anybody misses it
     */
    record TrialEnded(String control, Optional<String> secret, StepEnded without, int from, Optional<StepOutcome> then)
            implements Event {
        public TrialEnded {
            from = from == 0 ? without.number() : from; // journals of old do not say it
        }

        /** Told by one step alone. */
        public TrialEnded(String control, Optional<String> secret, StepEnded without, Optional<StepOutcome> then) {
            this(control, secret, without, without.number(), then);
        }

        /** Whether the step does not miss it, so that the attempt went on without it. */
        public boolean wentOn() {
            return without.outcome() == StepOutcome.DONE;
        }

        /** Whether the step fails without it and succeeds with it. */
        public boolean tells() {
            return without.outcome() == StepOutcome.FAILED
                    && then.filter(StepOutcome.DONE::equals).isPresent();
        }

        /** Whether steps that had succeeded were carried out again. */
        public boolean repeated() {
            return from < without.number();
        }
    }

    /** After a step had failed, how that one and each later one ended when all of its commands were carried out. */
    record PressedOn(int number, String heading, Place place, StepOutcome outcome, String reason) implements Event {}

    /**
     * After a recovery without a backup, a state of a lost host was looked at: what is there came from elsewhere.
     *
     * @param detail how much of it is there, or why nobody knows
     */
    record StateLooked(String host, String state, Came came, String detail) implements Event {}

    /** Whether a state came back. */
    enum Came {
        @JsonProperty("no")
        NO,
        /** Less than half of it. */
        @JsonProperty("in-part")
        IN_PART,
        @JsonProperty("yes")
        YES,
        /** It held nothing before the disaster by which that could be told. */
        @JsonProperty("held-nothing")
        HELD_NOTHING,
        /** It could not be looked at. */
        @JsonProperty("untold")
        UNTOLD
    }

    /** The first write that was acknowledged after every probe held for good; it stands at the moment when it was. */
    record WriteTaken() implements Event {}

    /**
     * What the probes did.
     *
     * @param restoredAt elapsed time since which all of them hold for good; empty: they don't
     * @param wentDown whether any of them noticed the disaster
     * @param resolution the largest gap between two questions
     * @param down those that don't hold, each with what it was answered last
     */
    record ProbesMeasured(Optional<Duration> restoredAt, boolean wentDown, Duration resolution, Optional<String> down)
            implements Event {
        /** All of them hold, or nobody knows what they were answered last. */
        public ProbesMeasured(Optional<Duration> restoredAt, boolean wentDown, Duration resolution) {
            this(restoredAt, wentDown, resolution, Optional.empty());
        }
    }

    /**
     * How busy the machine was from the strike on.
     *
     * @param work what was computed each time
     * @param mean how much longer that took, on the average, as others computed meanwhile
     */
    record LagMeasured(Duration work, Duration mean, Duration worst, int times) implements Event {
        /** Whether times that were taken on it, and what ran out of them, say nothing. */
        public boolean tooBusy() {
            return mean.compareTo(work.multipliedBy(MOST)) >= 0;
        }

        private static final int MOST = 4;
    }

    /**
     * The ledger, read back after recovery.
     *
     * @param lost acknowledged before the strike and not there any more
     * @param untold those of which could not be said whether they are there
     * @param recoveryPoint from the acknowledgement of the oldest lost write to the strike
     * @param atLeast no acknowledged write survived: the actual may be longer than what the workload could show
     */
    record WorkloadReadBack(int found, int lost, int untold, Duration recoveryPoint, boolean atLeast)
            implements Event {}

    /**
     * A write on the edge of what was lost, by its id, at the moment when it was acknowledged.
     *
     * @param lost true: the oldest acknowledged write that is lost; false: the newest that is there
     */
    record EdgeWrite(String id, boolean lost) implements Event {}

    /**
     * Acknowledged writes are lost, though others came back that were begun only after those had been acknowledged.
     *
     * @param lost the id of the first of them
     * @param later the id of one that came back
     */
    record HoleFound(int writes, String lost, String later) implements Event {}

    /**
     * What the service answers for writes that came back, beside what it answered before the strike.
     *
     * @param example of one that is altered, in words; empty: none is
     * @param unsteady what of it changes by itself and was left out, in words; empty: nothing
     */
    record ContentCompared(int compared, int altered, String example, String unsteady) implements Event {}

    /**
     * The erased writes, looked for after recovery.
     *
     * @param gone erased before the strike, and not there
     * @param cameBack erased before the strike, and there again
     * @param untold those of which could not be said whether they are there
     * @param exposed those that were erased after the moment that the recovery went back to, of older writes: these alone
     *     could come back
     * @param erasurePoint from the acknowledgement of the oldest erasure that came back to the strike
     * @param atLeast no erased write stayed away: the actual may be longer than what the workload could show
     */
    record ErasuresReadBack(int gone, int cameBack, int untold, int exposed, Duration erasurePoint, boolean atLeast)
            implements Event {}

    /** The oldest erasure that came back, by the id of its write, at the moment when it was acknowledged. */
    record EdgeErasure(String id) implements Event {}

    /** A new write was tried once the service was back; {@code taken}: acknowledged, and found when it was read back. */
    record WroteAgain(boolean taken, String detail, Place place) implements Event {}

    /** Something of a state is not as it was at the baseline. */
    record DataDiffered(String host, @JsonAlias("database") String state, String object, String difference)
            implements Event {}

    /** A check of the drill's own ended. */
    record CheckEnded(String name, CheckOutcome outcome, String detail, Place place) implements Event {}

    /**
     * After the recovery, what had been written into a state before the last backups was looked for.
     *
     * @param found whether it came back with the rest
     */
    record SignLooked(String host, String state, boolean found) implements Event {}

    /**
     * After the recovery, a new backup was waited for.
     *
     * @param came whether one came by itself
     * @param within how long it might take; empty: nobody said so and none had come by itself before the disaster, so that
     *     nobody can tell
     */
    record BackupAwaited(String host, String source, boolean came, Optional<Duration> within, Place place)
            implements Event {}

    /**
     * Before the disaster, a promise of backups was compared with what their repository lists.
     *
     * @param word its key in the definition, such as {@code keep}
     * @param kept empty: what was listed could not tell
     */
    record PromiseLooked(String host, String source, String word, Optional<Boolean> kept, String detail, Place place)
            implements Event {}

    /**
     * The generations of backups, as their repository had them when the recovery began.
     *
     * @param listed how many there were
     * @param readBack whether writes tell of which of them it is what came back
     * @param newest those down to the newest good one, and those that it may be, the newest first
     */
    record GenerationsLooked(String host, String source, int listed, boolean readBack, List<Looked> newest, Place place)
            implements Event {}

    /**
     * A generation of backups.
     *
     * @param begun on the run's ticker, at the earliest; negative: before the run
     * @param ended at the latest
     * @param lost how many of the writes that are lost it holds at least
     * @param chosen whether what came back may be of it, as its writes tell
     */
    record Looked(String name, Duration begun, Duration ended, Condition condition, int lost, boolean chosen) {}

    /** What a generation of backups is worth. */
    enum Condition {
        /** From before all damage, and read to its end. */
        @JsonProperty("good")
        GOOD,
        /** Made while the damage was done: it may hold it. */
        @JsonProperty("unsure")
        UNSURE,
        /** Made after the damage: it holds it. */
        @JsonProperty("damaged")
        DAMAGED,
        @JsonProperty("not-whole")
        NOT_WHOLE,
        /** Nobody read it: a newer one is good. */
        @JsonProperty("unread")
        UNREAD
    }

    /**
     * After the recovery a recovered host was restarted, and the steady state waited for.
     *
     * @param held whether every probe held again
     * @param took from the restart until they did, or until nobody waited any longer
     * @param within how long they had once it had booted
     * @param detail what did not hold; empty where all did
     * @param tail the end of the host's journal where they did not; empty too where it keeps none
     */
    record HostRestarted(
            String host,
            boolean held,
            Duration took,
            Duration within,
            String detail,
            Optional<String> tail,
            Place place)
            implements Event {}

    /** How a check ended. */
    enum CheckOutcome {
        PASSED,
        FAILED,
        /** It could not be carried out: nothing is told. */
        ERROR
    }

    /** Verification came to its end; {@code comparisons}: how many things were compared or checked. */
    record Verified(int comparisons) implements Event {}

    /** Something could not be done or told, for a reason outside the recovery. */
    record Untold(UntoldCode code, String message, Place place, String hint) implements Event {}

    /**
     * A secret's value stands where everybody can read it.
     *
     * @param where a document, or a file of the environment
     * @param form how it is written there, such as {@code plain} or {@code base64}
     */
    record SecretShown(String secret, String where, String form) implements Event {}

    record AttemptEnded() implements Event {}

    /** What the engine still had after clean-up; {@code kept}: it was left up on purpose. */
    record CleanedUp(int containers, int networks, int volumes, boolean kept) implements Event {}

    /** Somebody ended the run: Ctrl-C, SIGTERM. */
    record Interrupted(String signal) implements Event {}

    /** Where the whole attempt's time went; {@code own} is what none of the others explains. */
    record Overhead(Duration whole, Duration steps, Duration waits, Duration engine, Duration own) implements Event {}

    record RunEnded() implements Event {}
}
