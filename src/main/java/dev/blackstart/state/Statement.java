package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Excerpt;
import java.time.Duration;
import java.util.Optional;

/**
 * Carries out somebody's own statements: a {@code DELETE} without {@code WHERE}, half a migration, an application that wrote
 * wrong values for an hour. All pages are sound, and every replica has it too.
 */
@Word("sql")
record Statement(String sql) implements Damage {
    static Optional<Statement> read(Parameters parameters) {
        return parameters.text("sql").map(Statement::new);
    }

    @Override
    public boolean takes(State state) {
        return state.statements().isPresent();
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("a query of something that always holds");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return "on " + host + " is carried out: " + Excerpt.line(sql);
    }

    @Override
    public Seen carryOut(Target target) {
        Statements statements = target.state()
                .statements()
                .orElseThrow(() -> new DamageException("nothing can be carried out", target.state() + " takes none"));
        BeforeAndAfter state = new BeforeAndAfter(target);
        Duration at = target.ticker().elapsed();
        Statements.Done done = statements.carryOut(target.host(), sql);
        if (!done.done()) {
            throw new DamageException("the statement was not carried out", done.said());
        }
        String changed = state.changed();
        if (changed.isEmpty() && done.rows() == 0) {
            throw new DamageException("the statement changed nothing that is compared", Excerpt.line(done.said()));
        }
        return new Seen(
                at,
                "%s: carried out on %s: %s: %s%s"
                        .formatted(
                                target.host().name(),
                                target.state().name(),
                                Excerpt.line(sql),
                                Excerpt.line(done.said()),
                                changed.isEmpty() ? "" : ": " + changed));
    }
}
