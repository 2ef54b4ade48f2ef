package dev.blackstart.verdict;

import dev.blackstart.control.Absent;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.AttemptHistory;
import dev.blackstart.history.FirstOpenings;
import dev.blackstart.history.History;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges a run by its journal and by nothing else. */
public final class Judge {
    private final History history;
    private final AttemptHistory main;
    private final Places places;
    private final Optional<Event.RunStarted> plan;
    private final Measures measures;
    private final Busy busy;
    private final Optional<Ruling> ruling;
    private final List<Finding> findings = new ArrayList<>();
    private boolean passed;

    private Judge(List<Entry> entries) {
        this.history = History.of(entries);
        this.main = history.main();
        this.plan = history.plan();
        this.places = new Places(plan);
        this.measures = new Measures(main);
        this.busy = new Busy(main);
        this.ruling = plan.map(started -> lockedOut(started)
                        ? LockedOut.rule(main, places, started)
                        : Recovery.rule(main, places, started.checks()))
                .map(ruled -> new Ruling(busy.excusing(ruled.causes()), ruled.missing()));
    }

    /** Judge a whole run, or what is left of one. */
    public static Judgement judge(List<Entry> entries) {
        return new Judge(entries).judge();
    }

    /** Judge the drill itself while its run goes on: without the controls, the clean-up and the run's end. */
    public static Verdict ofMain(List<Entry> entries) {
        Judge judge = new Judge(entries);
        return judge.plan.map(judge::main).orElse(Verdict.INCONCLUSIVE);
    }

    private Judgement judge() {
        cutShort();
        if (plan.isEmpty()) {
            return judgement(List.of(), List.of(), Optional.empty());
        }
        Verdict verdict = main(plan.get());
        passed = verdict == Verdict.PASSED;
        FirstOpenings openings = new FirstOpenings(main);
        ControlRules controls = ControlRules.of(history, plan.get(), places);
        if (verdict == Verdict.PASSED || history.cutShort()) {
            findings.addAll(controls.findings());
        }
        if (!history.cutShort()) {
            findings.addAll(PlannedControls.findings(plan.get(), verdict, controls.results(), main, places));
        }
        Optional<Cleanup> cleanup = cleanup();
        List<SecretResult> secrets = Secrets.results(plan.get(), main, openings, controls.results(), places);
        if (verdict == Verdict.PASSED) {
            Secrets.neverOpened(secrets, places).ifPresent(findings::add);
        }
        return judgement(controls.results(), secrets, cleanup);
    }

    private void cutShort() {
        if (history.interrupted().isPresent()) {
            findings.add(new Finding(
                    VerdictCode.INTERRUPTED,
                    LastSeen.where(history, places),
                    "%s ended the run %s".formatted(history.interrupted().get().signal(), LastSeen.before(history)),
                    "run the drill again"));
        } else if (!history.ended()) {
            findings.add(new Finding(
                    VerdictCode.RUN_KILLED,
                    LastSeen.where(history, places),
                    "the run was killed %s".formatted(LastSeen.before(history)),
                    "run the drill again; `blackstart clean` sweeps what this run left"));
        } else if (plan.isEmpty()) {
            findings.add(new Finding(
                    VerdictCode.NO_PLAN,
                    places.drill(),
                    "the journal does not say what was to be drilled",
                    "run the drill again"));
        }
    }

    /** Rule on the drill itself, and keep what was found. */
    private Verdict main(Event.RunStarted started) {
        Ruling own = ruling.orElseThrow();
        List<Finding> contradicted = Contradiction.findings(started, main, own);
        findings.addAll(contradicted); // nothing weighs more: it comes first
        List<Finding> more = new ArrayList<>(Noticing.findings(started, main, own.verdict() == Verdict.PASSED, places));
        if (!lockedOut(started)) {
            more.addAll(new Objectives(started, main, actuals(), places).findings());
            more.addAll(new Writes(main, places).findings());
            more.addAll(new Choosing(main, own.recovered(), places).findings());
            more.addAll(new ErasureRules(main, actuals()).findings());
            more.addAll(Restarts.untold(started, main, own.recovered(), places));
        }
        more.addAll(Exposed.findings(started, main, places));
        more.addAll(Promising.findings(main));
        more.addAll(Lives.findings(main, places));
        more.addAll(Origins.findings(main, places));
        List<Finding> excused = busy.excusing(more);
        findings.addAll(own.told(history.cutShort()));
        findings.addAll(excused);
        return own.verdict().worst(Verdict.allowedBy(excused)).worst(Verdict.allowedBy(contradicted));
    }

    private static boolean lockedOut(Event.RunStarted started) {
        return started.lockedOut();
    }

    private Actuals actuals() {
        boolean recovered = plan.isPresent()
                && !lockedOut(plan.get())
                && ruling.filter(Ruling::recovered).isPresent();
        return measures.actuals(recovered);
    }

    private Optional<Cleanup> cleanup() {
        Optional<Cleanup> cleanup = main.last(Event.CleanedUp.class).map(Judge::counts);
        Optional<Cleanup> all = cleanup.map(own -> history.controls().stream()
                .flatMap(control -> control.last(Event.CleanedUp.class).stream())
                .map(Judge::counts)
                .reduce(own, Cleanup::sum));
        if (main.last(Event.CleanedUp.class).filter(Event.CleanedUp::kept).isPresent()) {
            findings.add(new Finding(
                    VerdictCode.KEPT,
                    places.drill(),
                    "the replica was left up for a look: "
                            + all.map(Cleanup::text).orElse("nothing"),
                    "`blackstart clean` removes it"));
        } else if (all.isPresent() && !all.get().clean()) {
            findings.add(new Finding(
                    VerdictCode.LEFT_BEHIND,
                    places.drill(),
                    "the run left behind: " + all.get().text(),
                    "`blackstart clean` sweeps them; a network that stays needs the engine to be restarted"));
        } else if (all.isEmpty() && !history.cutShort() && !explained()) {
            findings.add(new Finding(
                    VerdictCode.CLEAN_UP_UNPROVED,
                    places.drill(),
                    "nobody looked whether the run left anything behind",
                    "`blackstart clean` sweeps what is left"));
        }
        return all;
    }

    private static Cleanup counts(Event.CleanedUp cleaned) {
        return new Cleanup(cleaned.containers(), cleaned.networks(), cleaned.volumes());
    }

    private boolean explained() {
        return main.has(Event.Untold.class) || ruling.flatMap(Ruling::missing).isPresent();
    }

    /** Which controls the drill does not have is known once it has passed. */
    private List<Absent> absent() {
        return plan.filter(started -> !started.quick() && !history.cutShort() && passed)
                .map(started -> Absent.of(started, main))
                .orElse(List.of());
    }

    private Judgement judgement(List<ControlResult> controls, List<SecretResult> secrets, Optional<Cleanup> cleanup) {
        List<Finding> sorted = findings.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        return new Judgement(
                Verdict.allowedBy(sorted),
                actuals(),
                Phases.of(main),
                measures.workload(),
                controls,
                absent(),
                secrets,
                main.all(Event.GenerationsLooked.class).stream()
                        .map(ChosenGeneration::of)
                        .toList(),
                sorted,
                cleanup);
    }
}
