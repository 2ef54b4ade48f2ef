package dev.blackstart.report;

import dev.blackstart.finding.Code;
import dev.blackstart.finding.Place;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.History;
import dev.blackstart.history.StepRun;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.verdict.Judge;
import dev.blackstart.verdict.Judgement;
import java.time.Duration;
import java.util.List;
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
                        plan.map(started -> started.objectives().fileAndLine()).orElse("")),
                judgement.actuals(),
                new Report.People(planned(Event.RunStarted::survivors), planned(Event.RunStarted::lost)),
                judgement.phases(),
                judgement.workload(),
                controls(),
                secrets(),
                judgement.findings(),
                main.steps().stream().map(this::step).toList(),
                checks(),
                detections(),
                baseline(),
                main.last(Event.Verified.class).map(Event.Verified::comparisons).orElse(0),
                main.last(Event.ProbesMeasured.class).map(Event.ProbesMeasured::resolution),
                Timeline.of(main, judgement.actuals()),
                main.all(Event.IsolationProved.class).stream()
                        .flatMap(proved -> proved.proofs().stream())
                        .distinct()
                        .toList(),
                main.last(Event.Overhead.class)
                        .map(spent -> new Report.Overhead(
                                spent.whole(), spent.steps(), spent.waits(), spent.engine(), spent.own())),
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
                history.entries().stream()
                        .map(Entry::at)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO),
                ending(),
                plan.map(Event.RunStarted::seed).orElse(0L),
                plan.map(Event.RunStarted::quick).orElse(false),
                planned(Event.RunStarted::engine, ""));
    }

    private String ending() {
        if (history.interrupted().isPresent()) {
            return "interrupted";
        }
        return history.ended() ? "completed" : "killed";
    }

    private Report.Drill drill() {
        return new Report.Drill(
                planned(Event.RunStarted::drill, "unknown"),
                planned(Event.RunStarted::title, "A run that ended before it said what it was"),
                planned(started -> started.place().file().toString(), ""),
                planned(started -> started.place().fileAndLine(), ""),
                planned(Event.RunStarted::digest, ""),
                planned(Event.RunStarted::environment, ""),
                planned(Event.RunStarted::expectation, "recovered"),
                planned(Event.RunStarted::disasters),
                main.all(Event.Damaged.class).stream().map(Event.Damaged::what).toList());
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
                        result.tolerated()))
                .toList();
    }

    private List<Report.Secret> secrets() {
        return judgement.secrets().stream()
                .map(secret -> new Report.Secret(
                        secret.name(),
                        secret.purpose(),
                        secret.store(),
                        secret.opened(),
                        secret.neededBy().map(Place::fileAndLine),
                        Code.kebab(secret.proof()),
                        secret.where().fileAndLine()))
                .toList();
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
                Code.kebab(step.outcome()),
                end.map(Event.StepEnded::exitCode),
                end.map(Event.StepEnded::reason).orElse("it never said that it ended"),
                end.map(Event.StepEnded::excerpt).orElse(""),
                end.map(Event.StepEnded::opened).orElse(List.of()),
                end.flatMap(Event.StepEnded::refused));
    }

    private List<Report.Check> checks() {
        return main.all(Event.CheckEnded.class).stream()
                .map(check -> new Report.Check(
                        check.name(),
                        Code.kebab(check.outcome()),
                        check.detail(),
                        check.place().fileAndLine()))
                .toList();
    }

    private List<Report.Detection> detections() {
        return main.all(Event.Detected.class).stream()
                .map(detected -> new Report.Detection(
                        detected.name(),
                        detected.noticed(),
                        detected.evidence(),
                        detected.place().fileAndLine()))
                .toList();
    }

    private List<Report.Baseline> baseline() {
        return main.all(Event.FingerprintTaken.class).stream()
                .map(taken -> new Report.Baseline(taken.host(), taken.state(), taken.objects(), taken.counts()))
                .toList();
    }
}
