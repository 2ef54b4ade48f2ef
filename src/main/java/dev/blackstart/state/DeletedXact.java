package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Deletes one of the files of {@code pg_xact}, which say which transactions were committed: what a repair of the file system
 * does. The server ends well before: after a crash it would make the file anew from its log, with all that is older not
 * committed, and rows would be gone or not, by who has read them before.
 */
@Word("deleted-xact")
record DeletedXact() implements RestartDamage {
    static Optional<DeletedXact> read(Parameters parameters) {
        return Optional.of(new DeletedXact());
    }

    /** Of the newest file, as a server has it that is not yet a million transactions old, none starts. */
    @Override
    public Optional<String> detector() {
        return Optional.empty();
    }

    /** Another file may be put in its place, and all rows be there that were seen to be committed once. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return "the server on " + host + " is stopped, and loses a file of pg_xact before it starts";
    }

    @Override
    public boolean endsWell() {
        return true;
    }

    @Override
    public Function<Postmaster, String> prepare(Target target) {
        return server -> damage(server, target.random());
    }

    private static String damage(Postmaster server, RandomGenerator random) {
        List<String> files = server.ask("postgresql-xact.sh");
        if (files.isEmpty()) {
            throw new DamageException("no file of pg_xact can be deleted", "there is none");
        }
        String file = "pg_xact/" + files.get(random.nextInt(files.size()));
        server.file(file).delete();
        return "%s deleted, one of %d".formatted(server.file(file).path(), files.size());
    }
}
