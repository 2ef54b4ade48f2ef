package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Deletes all files of {@code pg_wal}: what people do whose disk is full, who take it for a log of what has been. */
@Word("emptied-wal")
record EmptiedWal() implements RestartDamage {
    static Optional<EmptiedWal> read(Parameters parameters) {
        return Optional.of(new EmptiedWal());
    }

    @Override
    public Optional<String> detector() {
        return Optional.empty();
    }

    /** {@code pg_resetwal} lets it start, without what was committed since the last checkpoint: that may be nothing. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return "pg_wal on " + host + " is emptied, and the server crashes";
    }

    @Override
    public Function<Postmaster, String> prepare(Target target) {
        return EmptiedWal::damage;
    }

    private static String damage(Postmaster server) {
        List<String> counts = server.ask("postgresql-empty-wal.sh");
        if (counts.size() != 2 || counts.get(0).equals("0") || !counts.get(1).equals("0")) {
            throw new DamageException("pg_wal could not be emptied", "files before and after: " + counts);
        }
        return "all %s files of %s/pg_wal deleted".formatted(counts.get(0), server.data());
    }
}
