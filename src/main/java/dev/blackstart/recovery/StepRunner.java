package dev.blackstart.recovery;

import dev.blackstart.definition.Step;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Scripts;
import dev.blackstart.store.StoreWatch;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Carries out the steps of a page, one at a time, and tells of each as it begins and ends. */
final class StepRunner {
    private final Replica replica;
    private final Responder responder;
    private final Provider provider;
    private final Step.Verb.Doer verbs;
    private final Consumer<Event> chronicle;
    private final StoreWatch watch;

    /** @param watch sees what each step opens */
    StepRunner(
            Replica replica,
            Responder responder,
            Provider provider,
            Step.Verb.Doer verbs,
            Consumer<Event> chronicle,
            StoreWatch watch) {
        this.replica = replica;
        this.responder = responder;
        this.provider = provider;
        this.verbs = verbs;
        this.chronicle = chronicle;
        this.watch = watch;
    }

    /** Carry out one step and tell of it; {@code number} is its place on the page, counted from 1. */
    StepOutcome run(int number, Step step) {
        begin(number, step);
        Event.StepEnded ended = attempt(number, step);
        end(step, ended);
        return ended.outcome();
    }

    /** Tell that a step begins. */
    void begin(int number, Step step) {
        chronicle.accept(new Event.StepStarted(number, step.heading(), step.place(), target(step), summary(step)));
    }

    /** Tell how a step ended. */
    void end(Step step, Event.StepEnded ended) {
        ended.opened().forEach(secret -> chronicle.accept(new Event.SecretOpened(secret, ended.number())));
        chronicle.accept(ended);
        if (ended.outcome() != StepOutcome.DONE) {
            tellOf(ended.number(), step);
        }
    }

    /** Carry out one step without telling of it, whatever was opened before it. */
    Event.StepEnded attempt(int number, Step step) {
        StepResult result = carryOut(step);
        return new Event.StepEnded(
                number,
                step.heading(),
                step.place(),
                result.outcome(),
                result.exitCode(),
                result.reason(),
                result.excerpt(),
                result.opened(),
                result.refused());
    }

    /** Let what was opened between two steps be no part of the next. */
    void forgetOpenings() {
        watch.until(responder.desk().mark());
    }

    private StepResult carryOut(Step step) {
        if (step instanceof Step.Shell shell && !(shell.target() instanceof Step.Target.Console)) {
            Typed typed = type(shell);
            return result(shell, typed).opening(watch.until(markAfter(typed)), responder.stores()::refused);
        }
        StepResult result =
                unlessRefused(() -> step instanceof Step.Shell shell ? onConsole(shell) : doVerbs((Step.Verbs) step));
        return result.opening(watch.until(responder.desk().mark()), responder.stores()::refused);
    }

    /** A step that came to no end of its own left no mark behind: one is made for it. */
    private String markAfter(Typed typed) {
        return typed.untold().isEmpty() ? typed.mark() : responder.desk().mark();
    }

    private Typed type(Step.Shell step) {
        String host = step.target().host().orElse("");
        return responder.type(step.language(), host, step.script(), step.timeout());
    }

    /** Only a refusal fails the step; what else goes wrong tells nothing about the recovery, and goes up. */
    private static StepResult unlessRefused(Supplier<StepResult> task) {
        try {
            return task.get();
        } catch (RecoveryException e) {
            return StepResult.refused(e);
        }
    }

    private StepResult doVerbs(Step.Verbs step) {
        step.verbs().forEach(verb -> verb.by(verbs));
        return StepResult.done();
    }

    private StepResult onConsole(Step.Shell step) {
        String host = ((Step.Target.Console) step.target()).name();
        provider.showConsole(host);
        String mark = UUID.randomUUID().toString();
        Command command = new Command(
                "root",
                Scripts.bash(
                        StepRunner.class,
                        List.of("pipe.sh", "console.sh"),
                        List.of(mark, step.language().commandLine())),
                Map.of("HOME", "/root", "LANG", "C.UTF-8"),
                step.script(),
                step.timeout());
        return result(step, Typed.of(replica.host(host).run(command), mark));
    }

    /** Nothing of a step whose time ran out takes part in what comes after it. */
    private StepResult result(Step.Shell step, Typed typed) {
        if (typed.outcome() != StepOutcome.TIMED_OUT) {
            return StepResult.of(typed);
        }
        Stream<Host> machines = Stream.concat(
                Stream.of(responder.host()), step.target().host().filter(replica::stands).map(replica::host).stream());
        int left = machines.mapToInt(machine -> LeftRunning.end(machine, typed.mark()))
                .sum();
        return StepResult.outOfTime(typed, step.timeout(), left);
    }

    /** A host that a step failed on has its own words about it. */
    private void tellOf(int number, Step step) {
        if (step instanceof Step.Shell shell) {
            shell.target()
                    .host()
                    .filter(replica::stands)
                    .flatMap(host -> HostJournal.of(replica.host(host)))
                    .ifPresent(tail -> chronicle.accept(
                            new Event.HostSaid(number, shell.target().host().orElseThrow(), tail)));
        }
    }

    private static String target(Step step) {
        if (step instanceof Step.Shell shell) {
            if (shell.target() instanceof Step.Target.Ssh ssh) {
                return ssh.name() + " over ssh";
            }
            return shell.target() instanceof Step.Target.Console console ? console.name() + "'s console" : "responder";
        }
        return "provider";
    }

    private static String summary(Step step) {
        if (step instanceof Step.Shell shell) {
            return shell.script().strip().lines().findFirst().orElse("");
        }
        return ((Step.Verbs) step).verbs().stream().map(Step.Verb::words).collect(Collectors.joining(", "));
    }
}
