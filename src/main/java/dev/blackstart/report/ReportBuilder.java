package dev.blackstart.report;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.History;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.verdict.Judge;
import dev.blackstart.verdict.Judgement;
import dev.blackstart.verdict.SecretResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the report of a run out of its journal and nothing else. */
final class ReportBuilder {
    private final History history;
    private final AttemptHistory main;
    private final Optional<Event.RunStarted> plan;
    private final Judgement judgement;
    private final Duration struck;

    private ReportBuilder(List<Entry> entries) {
        this.history = History.of(entries);
        this.main = history.main();
        this.plan = history.plan();
        this.judgement = Judge.judge(entries);
        this.struck = main.at(Event.Struck.class).orElse(Duration.ZERO);
    }

    /** @param fallbackId what the run is called where its journal ends before saying so */
    static Report build(List<Entry> entries, String fallbackId) {
        return new ReportBuilder(entries).build(fallbackId);
    }

    private Report build(String fallbackId) {
        return new Report(
                Report.SCHEMA,
                run(fallbackId),
                drill(),
                judgement.verdict(),
                Why.sentence(judgement, plan, main.steps()),
                new Report.Objectives(
                        plan.map(Event.RunStarted::recoveryTimeObjective),
                        plan.map(Event.RunStarted::recoveryPointObjective),
                        plan.flatMap(Event.RunStarted::pageDoneObjective),
                        plan.map(started -> started.objectives().fileAndLine()).orElse("")),
                judgement.actuals(),
                new Report.People(
                        planned(Event.RunStarted::survivors),
                        planned(Event.RunStarted::lost),
                        plan.flatMap(Event.RunStarted::foretold).map(ReportBuilder::foretold)),
                judgement.phases(),
                judgement.workload(),
                controls(),
                judgement.absent(),
                secrets(),
                findings(),
                main.steps().stream().map(this::step).toList(),
                checks(),
                restarts(),
                judgement.choices(),
                promises(),
                detections(),
                baseline(),
                main.last(Event.Verified.class).map(Event.Verified::comparisons).orElse(0),
                main.last(Event.ProbesMeasured.class).map(Event.ProbesMeasured::resolution),
                Timeline.of(main, judgement.actuals()),
                main.all(Event.IsolationProved.class).stream()
                        .flatMap(proved -> proved.proofs().stream())
                        .distinct()
                        .toList(),
                main.last(Event.Overhead.class),
                planned(Event.RunStarted::assumptions),
                judgement.cleanup());
    }

    private List<String> planned(Function<Event.RunStarted, List<String>> list) {
        return plan.map(list).orElse(List.of());
    }

    private String planned(Function<Event.RunStarted, String> text, String otherwise) {
        return plan.map(text).orElse(otherwise);
    }

    private Report.Run run(String fallbackId) {
        return new Report.Run(
                planned(Event.RunStarted::runId, fallbackId),
                planned(Event.RunStarted::version, ""),
                plan.map(Event.RunStarted::startedAt),
                lasted(),
                ending(),
                plan.map(Event.RunStarted::seed).orElse(0L),
                plan.map(Event.RunStarted::quick).orElse(false),
                planned(Event.RunStarted::engine, ""),
                Replicas.of(history));
    }

    /** From its first entry, as everything that is said of the run counts. */
    private Duration lasted() {
        return history.entries().stream()
                .map(Entry::at)
                .max(Duration::compareTo)
                .map(end -> end.minus(history.entries().get(0).at()))
                .orElse(Duration.ZERO);
    }

    private Report.RunEnd ending() {
        if (history.interrupted().isPresent()) {
            return Report.RunEnd.INTERRUPTED;
        }
        return history.ended() ? Report.RunEnd.COMPLETED : Report.RunEnd.KILLED;
    }

    private Report.Drill drill() {
        return new Report.Drill(
                planned(Event.RunStarted::drill, "unknown"),
                planned(Event.RunStarted::title, "A run that ended before it said what it was"),
                planned(started -> started.place().file().toString(), ""),
                planned(started -> started.place().fileAndLine(), ""),
                planned(Event.RunStarted::digest, ""),
                planned(Event.RunStarted::environment, ""),
                plan.map(Event.RunStarted::expectation).orElse(Event.Expectation.RECOVERED),
                planned(Event.RunStarted::disasters),
                main.all(Event.Damaged.class).stream().map(Event.Damaged::what).toList());
    }

    private static Report.Foretold foretold(Event.Foretold foretold) {
        return new Report.Foretold(foretold.closed(), foretold.stop().map(Place::fileAndLine));
    }

    private List<Report.ControlLine> controls() {
        return judgement.controls().stream()
                .map(result -> new Report.ControlLine(
                        result.control().name(),
                        result.control().word(),
                        result.control().secret(),
                        result.control().expected(),
                        result.verdict(),
                        result.asExpected(),
                        result.ruled().explanation(),
                        result.ruled().where().fileAndLine(),
                        result.tolerated(),
                        result.ruled().states()))
                .toList();
    }

    private List<SecretResult> secrets() {
        return judgement.secrets().stream()
                .map(secret -> new SecretResult(
                        secret.name(),
                        secret.purpose(),
                        secret.store(),
                        secret.neededBy().map(ReportBuilder::line),
                        secret.opened(),
                        secret.proof(),
                        line(secret.where())))
                .toList();
    }

    private List<Finding> findings() {
        return judgement.findings().stream()
                .map(finding -> new Finding(finding.code(), line(finding.place()), finding.message(), finding.hint()))
                .toList();
    }

    /** Reports name lines only: what is left out of them is left out here, so that one that was read is equal. */
    private static Place line(Place place) {
        return new Place(place.file(), place.line(), 1);
    }

    private Report.Step step(StepRun step) {
        Optional<Event.StepEnded> end = step.ended().map(StepRun.Ended::event);
        return new Report.Step(
                step.number(),
                step.heading(),
                step.where().fileAndLine(),
                step.started().target(),
                step.started().summary(),
                step.startedAt().minus(struck),
                step.ended().map(ended -> ended.at().minus(step.startedAt())),
                step.outcome(),
                end.map(Event.StepEnded::exitCode),
                end.map(Event.StepEnded::reason).orElse("it never said that it ended"),
                end.map(Event.StepEnded::excerpt).orElse(""),
                end.map(Event.StepEnded::opened).orElse(List.of()),
                end.flatMap(Event.StepEnded::refused),
                main.afterStrike().all(Event.HostSaid.class).stream()
                        .filter(said -> said.step() == step.number())
                        .map(Event.HostSaid::tail)
                        .findFirst());
    }

    private List<Report.Check> checks() {
        return main.all(Event.CheckEnded.class).stream()
                .map(check -> new Report.Check(
                        check.name(),
                        check.outcome(),
                        check.detail(),
                        check.place().fileAndLine()))
                .toList();
    }

    private List<Report.Promise> promises() {
        return main.all(Event.PromiseLooked.class).stream()
                .map(looked -> new Report.Promise(
                        looked.host(),
                        looked.source(),
                        looked.word(),
                        looked.kept(),
                        looked.detail(),
                        looked.place().fileAndLine()))
                .toList();
    }

    private List<Report.Restart> restarts() {
        return main.all(Event.HostRestarted.class).stream()
                .map(restarted -> new Report.Restart(
                        restarted.host(),
                        restarted.held(),
                        restarted.took(),
                        restarted.detail(),
                        restarted.tail(),
                        restarted.place().fileAndLine()))
                .toList();
    }

    private List<Report.Detection> detections() {
        return main.entries().stream()
                .filter(entry -> entry.event() instanceof Event.Detected)
                .map(entry ->
                        detection((Event.Detected) entry.event(), entry.at().minus(struck)))
                .toList();
    }

    private static Report.Detection detection(Event.Detected detected, Duration after) {
        return new Report.Detection(
                detected.name(),
                detected.noticed(),
                detected.noticed() ? Optional.of(after) : Optional.empty(),
                detected.every(),
                detected.evidence(),
                detected.place().fileAndLine());
    }

    private List<Report.Baseline> baseline() {
        return main.all(Event.FingerprintTaken.class).stream()
                .map(taken -> new Report.Baseline(taken.host(), taken.state(), taken.objects(), counts(taken)))
                .toList();
    }

    /** What a state counts itself, and the files that its rows name. */
    private Map<String, Long> counts(Event.FingerprintTaken taken) {
        Map<String, Long> counts = new LinkedHashMap<>(taken.counts());
        main.all(Event.Referred.class).stream()
                .filter(referred ->
                        referred.host().equals(taken.host()) && referred.state().equals(taken.state()))
                .forEach(referred -> counts.put("references", (long) referred.rows()));
        return counts;
    }
}
