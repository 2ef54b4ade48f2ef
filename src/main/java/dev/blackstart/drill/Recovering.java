package dev.blackstart.drill;

import dev.blackstart.definition.Runbook;
import dev.blackstart.definition.Step;
import dev.blackstart.journal.Event;
import dev.blackstart.recovery.AccountDoor;
import dev.blackstart.recovery.Manner;
import dev.blackstart.recovery.Provider;
import dev.blackstart.recovery.Responder;
import dev.blackstart.recovery.RunbookRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets the survivors follow the runbook. */
final class Recovering implements Part {
    private final AttemptContext context;
    private final Furnishing environment;
    private final Watching watching;
    private final Optional<WorkloadRun> workload;
    private final Generations generations;
    private final FirstHelp firstHelp;
    private boolean through;

    Recovering(
            AttemptContext context,
            Furnishing environment,
            Watching watching,
            Optional<WorkloadRun> workload,
            Generations generations) {
        this.context = context;
        this.environment = environment;
        this.watching = watching;
        this.workload = workload;
        this.generations = generations;
        this.firstHelp = new FirstHelp(
                context.drill().recovery().runbook().steps(),
                List.copyOf(context.drill().environment().services().values()));
    }

    @Override
    public boolean carryOut() {
        RunContext run = context.run();
        Responder responder = environment.responder();
        Set<String> there = context.team().survivors();
        Provider provider = new Provider(
                context.replica(),
                context.drill().environment(),
                new AccountDoor(responder, run.secrets().documented()),
                () -> run.arrangement().publicKeys(responder, there));
        RunbookRun page = new RunbookRun(context.replica(), responder, provider, provider, this::heard);
        Duration began = context.ticker().elapsed();
        workload.ifPresent(writes -> writes.tryAgain(() -> watching.probes().awaitAllUp(began)));
        through = context.meter().spend(Meter.Kind.STEPS, () -> follow(page, responder));
        return true;
    }

    private Event.StepOutcome carryOut(int number, Step step, Manner.Run run) {
        return context.plan().leftOut().contains(number) ? Event.StepOutcome.DONE : run.told();
    }

    private boolean follow(RunbookRun page, Responder responder) {
        Runbook runbook = context.drill().recovery().runbook();
        if (context.plan().withoutBackup()) {
            PressingOn pressing =
                    new PressingOn(context.ticker(), context.plan().patience(), context::record);
            return page.follow(runbook, pressing) && !pressing.stopped();
        }
        return page.follow(runbook, context.plan().shared() ? trying(responder) : this::carryOut);
    }

    private Manner trying(Responder responder) {
        return new Trying(new Lacks(context, responder), context.plan().trials());
    }

    private void heard(Event event) {
        if (event instanceof Event.StepStarted started && types(started.number())) {
            generations.kept();
        }
        if (firstHelp.isIt(event)) {
            watching.probes().mayReturn();
            workload.ifPresent(WorkloadRun::mayReturn);
        }
        context.hide(environment.responder().told(event));
        context.record(event);
    }

    private boolean types(int number) {
        return context.drill().recovery().runbook().steps().get(number - 1) instanceof Step.Shell;
    }

    /** Whether every step has ended and said so. */
    boolean through() {
        return through;
    }
}
