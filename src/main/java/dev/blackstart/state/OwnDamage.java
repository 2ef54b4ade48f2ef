package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.terminal.Excerpt;
import java.time.Duration;
import java.util.Optional;

/** A user's own damage: a command that root runs on the host. It is done where the command says so, and the state has changed. */
@Word("run")
record OwnDamage(String run) implements Damage {
    private static final Duration WITHIN = Duration.ofMinutes(10);

    static Optional<OwnDamage> read(Parameters parameters) {
        return parameters.text("run").map(OwnDamage::new);
    }

    @Override
    public boolean takes(State state) {
        return true;
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("whatever looks at what your command damages");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return "on " + host + " is run: " + Excerpt.line(run);
    }

    @Override
    public Seen carryOut(Target target) {
        BeforeAndAfter state = new BeforeAndAfter(target);
        Duration at = target.ticker().elapsed();
        Outcome outcome =
                target.host().run(Command.as("root", "bash", "-c", run).within(WITHIN));
        String said = Excerpt.line(outcome.out() + " " + outcome.err());
        if (!outcome.succeeded()) {
            throw new DamageException("the command did not end well", said);
        }
        String changed = state.changed();
        if (changed.isEmpty()) {
            throw new DamageException("the command changed nothing that is compared", said);
        }
        return new Seen(
                at,
                "%s: run as root: %s%s: %s"
                        .formatted(
                                target.host().name(), Excerpt.line(run), said.isBlank() ? "" : ": " + said, changed));
    }
}
