package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Flips 4 bytes of a commit in the log that a crash has to carry out again. The server takes the place for the end of the log:
 * it starts, and whatever was committed from there on is gone.
 */
@Word("flipped-wal")
record FlippedWal() implements RestartDamage {
    /** The transaction's number: a record's first eight bytes always lie side by side. */
    private static final int BYTES = 4;

    private static final int BEFORE = 4;

    static Optional<FlippedWal> read(Parameters parameters) {
        return Optional.of(new FlippedWal());
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("a query that knows the newest row that there must be");
    }

    /** Where nobody has written but the workload, all that was compared is there. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return "the server on " + host + " crashes, and a commit in its WAL is damaged";
    }

    @Override
    public Function<Postmaster, String> prepare(Target target) {
        return server -> damage(server, target.random());
    }

    private static String damage(Postmaster server, RandomGenerator random) {
        List<String> lines = server.ask("postgresql-commits.sh");
        List<String> commits = lines.subList(Math.min(2, lines.size()), lines.size());
        if (commits.isEmpty()) {
            throw new DamageException(
                    "no commit in the WAL can be damaged", "none was written since the last checkpoint");
        }
        int chosen = random.nextInt(commits.size());
        long timeline = Long.parseLong(lines.get(0));
        long size = Long.parseLong(lines.get(1));
        long position = position(commits.get(chosen));
        DiskFile file = server.file("pg_wal/" + name(timeline, size, position));
        long offset = position % size + BEFORE;
        file.flip(offset, BYTES);
        return "%d bytes flipped at offset %d of %s: the commit at %s, and with it the last %d of the %d since the last checkpoint"
                .formatted(BYTES, offset, file.path(), commits.get(chosen), commits.size() - chosen, commits.size());
    }

    private static long position(String written) {
        String[] halves = written.split("/", -1);
        return (Long.parseLong(halves[0], 16) << 32) + Long.parseLong(halves[1], 16);
    }

    /** See PostgreSQL's {@code XLogFileName}. */
    private static String name(long timeline, long size, long position) {
        long perNumber = (1L << 32) / size;
        long file = position / size;
        return "%08X%08X%08X".formatted(timeline, file / perNumber, file % perNumber);
    }
}
