package dev.blackstart.report;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.blackstart.control.Absent;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.verdict.Actuals;
import dev.blackstart.verdict.ChosenGeneration;
import dev.blackstart.verdict.Cleanup;
import dev.blackstart.verdict.ControlResult;
import dev.blackstart.verdict.Phase;
import dev.blackstart.verdict.SecretResult;
import dev.blackstart.verdict.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a reader is told about one run; {@code report.json} is this record, component by component, and
 * {@code docs/report.schema.json} its schema. Durations are ISO-8601, cut to milliseconds.
 *
 * @param schema version of the shape: {@link #SCHEMA}
 * @param why one sentence
 * @param absentControls the kinds of controls that the drill does not have, and why; none where it did not come to controls
 * @param workload empty: the drill made no writes
 * @param cleanup empty: nobody looked
 * @param generations which generation of backups was brought back, and which one should have been
 * @param promises what is promised of backups, as far as a repository could say something to it
 * @param resolution the largest gap between two questions of the probes: no time from the strike is better than this
 * @param isolation what was looked at to prove that nothing leads out of the replica
 * @param comparisons how many things verification compared or checked
 * @param timeline counted from the strike; negative: before it
 */
public record Report(
        String schema,
        Run run,
        Drill drill,
        Verdict verdict,
        String why,
        Objectives objectives,
        Actuals actuals,
        People people,
        List<Phase> phases,
        Optional<Workload> workload,
        List<ControlLine> controls,
        List<Absent> absentControls,
        List<SecretResult> secrets,
        List<Finding> findings,
        List<Step> steps,
        List<Check> checks,
        List<Restart> restarts,
        List<ChosenGeneration> generations,
        List<Promise> promises,
        List<Detection> detections,
        List<Baseline> baseline,
        int comparisons,
        Optional<Duration> resolution,
        List<Moment> timeline,
        List<String> isolation,
        Optional<Event.Overhead> overhead,
        List<String> assumptions,
        Optional<Cleanup> cleanup) {
    public Report {
        generations = Objects.requireNonNullElse(generations, List.of()); // reports of before they were told have none
        promises = Objects.requireNonNullElse(promises, List.of());
    }

    /** The shape that this version writes. */
    public static final String SCHEMA = "blackstart-report/1";

    /**
     * The run.
     *
     * @param duration as far as the journal goes
     * @param replicas the drill's own first
     */
    public record Run(
            String id,
            String version,
            Optional<Instant> startedAt,
            Duration duration,
            RunEnd ending,
            long seed,
            boolean quick,
            String engine,
            List<Replica> replicas) {}

    /**
     * A replica that was made and removed.
     *
     * @param name {@code main}, or the control or controls that it was for
     * @param from since the run began
     * @param beside the names of those that were there at the same time
     */
    public record Replica(String name, Duration from, Duration lasted, List<String> beside) {}

    /** How a run ended, as far as its journal tells. */
    public enum RunEnd {
        COMPLETED,
        /** Somebody ended it, and it said so. */
        INTERRUPTED,
        /** It said nothing any more. */
        KILLED
    }

    /** What was drilled; {@code damage} is what the disaster did in fact. */
    public record Drill(
            String name,
            String title,
            String file,
            String where,
            String digest,
            String environment,
            Event.Expectation expectation,
            List<String> disasters,
            List<String> damage) {}

    /** What was promised, and where; empty in a run that was killed before it said so. */
    public record Objectives(
            Optional<Duration> recoveryTime,
            Optional<Duration> recoveryPoint,
            Optional<Duration> pageDone,
            String where) {}

    /**
     * Who was there, and who was not.
     *
     * @param foretold what the analysis says of who was there; empty: it did not choose them
     */
    public record People(List<String> survivors, List<String> lost, Optional<Foretold> foretold) {}

    /**
     * What the analysis says of people who follow a page.
     *
     * @param closed the secrets that it needs and they cannot open; none: they recover
     * @param stop where the page first asks for one of these
     */
    public record Foretold(List<String> closed, Optional<String> stop) {
        /** Says it in words that follow "the analysis says". */
        public String words() {
            return closed.isEmpty()
                    ? "they recover"
                    : "they are locked out, by " + String.join(", ", closed)
                            + stop.map(where -> ", from " + where + " on").orElse("");
        }
    }

    /**
     * A control; see {@link ControlResult}.
     *
     * @param tolerated why it may pass
     * @param states which states of the lost hosts came back in it; none where that was not its question
     */
    public record ControlLine(
            String name,
            String kind,
            Optional<String> withheld,
            Verdict expected,
            Verdict verdict,
            boolean asExpected,
            String explanation,
            String where,
            Optional<String> tolerated,
            List<Event.StateLooked> states) {
        public ControlLine {
            states = Objects.requireNonNullElse(states, List.of()); // reports of before they were told have none
        }
    }

    /**
     * A step of the runbook.
     *
     * @param startsAfter counted from the strike
     * @param hostJournal the end of the journal of the host that it did not succeed on
     */
    public record Step(
            int number,
            String heading,
            String where,
            String target,
            String summary,
            Duration startsAfter,
            Optional<Duration> duration,
            Event.StepOutcome outcome,
            Optional<Integer> exitCode,
            String reason,
            String excerpt,
            List<String> opened,
            Optional<String> refused,
            Optional<String> hostJournal) {}

    /** A check of the drill's own. */
    public record Check(String name, Event.CheckOutcome outcome, String detail, String where) {}

    /**
     * A recovered host that was restarted.
     *
     * @param took from the restart until the steady state held again, or until nobody waited any longer; no part of the
     *     recovery time
     * @param detail what did not hold
     * @param hostJournal the end of the host's journal, where it did not
     */
    public record Restart(
            String host, boolean held, Duration took, String detail, Optional<String> hostJournal, String where) {}

    /**
     * What is promised of backups, and what their repository says to it.
     *
     * @param promise its key in the definition
     * @param kept empty: nobody could tell
     */
    public record Promise(
            String host, String source, String promise, Optional<Boolean> kept, String detail, String where) {}

    /**
     * What a detector answered.
     *
     * @param after from the strike until it named the damage; empty: it never did
     * @param every how often it is asked in production; empty: it was asked all the time
     */
    public record Detection(
            String name,
            boolean noticed,
            Optional<Duration> after,
            Optional<Duration> every,
            String evidence,
            String where) {}

    /**
     * What a host held before the disaster.
     *
     * @param state {@code database} in the JSON, as in each version of this shape
     * @param objects how many things are compared
     * @param counts by nouns of the state's own kind, in the plural; fields beside the others in the JSON
     */
    public record Baseline(
            String host,
            @JsonProperty("database") String state,
            int objects,
            @JsonAnyGetter @JsonAnySetter Map<String, Long> counts) {}

    /** Something worth knowing when it was. */
    public record Moment(Duration at, String what) {}

    /** Whether the drill wants to see a recovery fail. */
    public boolean lockOut() {
        return drill.expectation() == Event.Expectation.LOCKED_OUT;
    }
}
