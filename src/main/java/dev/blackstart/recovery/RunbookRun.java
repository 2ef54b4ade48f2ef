package dev.blackstart.recovery;

import dev.blackstart.definition.Runbook;
import dev.blackstart.definition.Step;
import dev.blackstart.environment.Replica;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.machine.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Follows a runbook from its first block to its last, or to the first that does not succeed. */
public final class RunbookRun {
    private final Replica replica;
    private final Responder responder;
    private final Provider provider;
    private final Makers makers;
    private final Function<Place, String> fileName;
    private final Consumer<Event> chronicle;

    /**
     * @param makers what carries out the verbs of commissioning
     * @param fileName how a file is named in events
     * @param chronicle is told of each step as it begins and ends, unredacted
     */
    public RunbookRun(
            Replica replica,
            Responder responder,
            Provider provider,
            Makers makers,
            Function<Place, String> fileName,
            Consumer<Event> chronicle) {
        this.replica = replica;
        this.responder = responder;
        this.provider = provider;
        this.makers = makers;
        this.fileName = fileName;
        this.chronicle = chronicle;
    }

    /** Carries out the verbs that only commissioning knows. */
    public interface Makers {
        /** Make everybody's keys; throws {@link IllegalStateException} with the reason. */
        void makePeople();

        /** Make the stores and the generated secrets; throws {@link IllegalStateException} with the reason. */
        void makeSecrets();

        /** During recovery nobody makes secrets: whoever is asked to, refuses. */
        static Makers none() {
            return new Makers() {
                @Override
                public void makePeople() {
                    throw new IllegalStateException("only commissioning makes people");
                }

                @Override
                public void makeSecrets() {
                    throw new IllegalStateException("only commissioning makes secrets");
                }
            };
        }
    }

    /** Follow the page; true where every step has ended and said so. */
    public boolean follow(Runbook runbook) {
        try (StoreWatch watch = StoreWatch.begin(responder)) {
            return follow(runbook, watch);
        }
    }

    private boolean follow(Runbook runbook, StoreWatch watch) {
        int number = 0;
        for (Step step : runbook.steps()) {
            number++;
            String file = fileName.apply(step.place());
            int line = step.place().line();
            chronicle.accept(new Event.StepStarted(number, step.heading(), file, line, target(step), summary(step)));
            StepResult result = carryOut(step, watch);
            int at = number;
            result.opened().forEach(secret -> chronicle.accept(new Event.SecretOpened(secret, at)));
            chronicle.accept(new Event.StepEnded(
                    number,
                    step.heading(),
                    file,
                    line,
                    result.outcome(),
                    result.exitCode(),
                    result.reason(),
                    result.excerpt(),
                    result.opened(),
                    result.refused()));
            if (result.outcome() != StepOutcome.DONE) {
                return false;
            }
        }
        return true;
    }

    private StepResult carryOut(Step step, StoreWatch watch) {
        if (step instanceof Step.Shell shell && !(shell.target() instanceof Step.Target.Console)) {
            Typed typed = type(shell);
            return StepResult.of(typed).opening(watch.openedUntil(typed.mark()));
        }
        StepResult result = step instanceof Step.Shell shell ? onConsole(shell) : verbs((Step.Verbs) step);
        return result.opening(watch.openedUntilNow());
    }

    private Typed type(Step.Shell step) {
        String host = step.target() instanceof Step.Target.Ssh ssh ? ssh.host() : "";
        return responder.type(step.language(), host, step.script(), step.timeout());
    }

    private StepResult verbs(Step.Verbs step) {
        StepResult result = StepResult.done();
        for (Step.Verb verb : step.verbs()) {
            if (result.outcome() == StepOutcome.DONE) {
                result = verb(verb);
            }
        }
        return result;
    }

    private StepResult verb(Step.Verb verb) {
        try {
            if (verb instanceof Step.Verb.Provision provision) {
                return provider.provision(provision.hosts(), responder)
                        .map(StepResult::refusedBy)
                        .orElseGet(StepResult::done);
            } else if (verb instanceof Step.Verb.MakePeople) {
                makers.makePeople();
            } else {
                makers.makeSecrets();
            }
            return StepResult.done();
        } catch (IllegalStateException e) {
            return StepResult.failed(String.valueOf(e.getMessage()));
        }
    }

    private StepResult onConsole(Step.Shell step) {
        String host = ((Step.Target.Console) step.target()).host();
        Optional<Provider.Refusal> refusal = provider.admit(host, responder);
        if (refusal.isPresent()) {
            return StepResult.refusedBy(refusal.get());
        }
        if (!replica.stands(host)) {
            return StepResult.failed("there is no host " + host + " whose console could be shown");
        }
        String mark = UUID.randomUUID().toString();
        Command command = new Command(
                "root",
                Scripts.bash(
                        RunbookRun.class,
                        "console.sh",
                        List.of(mark, step.language().commandLine())),
                Map.of("HOME", "/root", "LANG", "C.UTF-8"),
                step.script(),
                step.timeout());
        return StepResult.of(Typed.of(replica.host(host).run(command), mark));
    }

    private static String target(Step step) {
        if (step instanceof Step.Shell shell) {
            if (shell.target() instanceof Step.Target.Ssh ssh) {
                return ssh.host() + " over ssh";
            }
            return shell.target() instanceof Step.Target.Console console ? console.host() + "'s console" : "responder";
        }
        return "provider";
    }

    private static String summary(Step step) {
        if (step instanceof Step.Shell shell) {
            return shell.script().strip().lines().findFirst().orElse("");
        }
        return ((Step.Verbs) step)
                .verbs().stream()
                        .map(RunbookRun::words)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("");
    }

    private static String words(Step.Verb verb) {
        if (verb instanceof Step.Verb.Provision provision) {
            return "provision " + String.join(" ", provision.hosts());
        }
        return verb instanceof Step.Verb.MakePeople ? "make people" : "make secrets";
    }
}
