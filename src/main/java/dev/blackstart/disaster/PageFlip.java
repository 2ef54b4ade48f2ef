package dev.blackstart.disaster;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Flips 16 bytes in the middle of one heap page, on disk, after a checkpoint: what a failing disk does. A page in the
 * middle half of a table that is larger than the buffers is cold, so that no checkpoint writes a good copy over it.
 */
final class PageFlip {
    private static final int PAGE = 8192;
    private static final int BYTES = 16;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Host host;
    private final String database;
    private final String table;

    PageFlip(Host host, String database, String table) {
        this.host = host;
        this.database = database;
        this.table = table;
    }

    /** Damage one page; the answer says which. */
    String flip(RandomGenerator random) {
        String[] found = run(Command.as("postgres", "psql", "-XAtq", "-F", "|", "-v", "table=" + table, "-d", database)
                        .with("""
                                checkpoint;
                                select current_setting('data_directory') || '/' || pg_relation_filepath(:'table'),
                                       pg_relation_size(:'table') / current_setting('block_size')::int;
                                """))
                .strip()
                .split("\\|");
        long pages = Long.parseLong(found[1]);
        if (pages < 4) {
            throw new IllegalStateException(table + " is too small to have a cold page");
        }
        long page = pages / 4 + random.nextLong(pages / 2);
        long offset = page * PAGE + PAGE / 2;
        run(Command.as(
                "root",
                "perl",
                "-e",
                "open my $f, '+<', $ARGV[0] or die $!; sysseek $f, $ARGV[1], 0 or die $!;"
                        + " sysread($f, my $old, $ARGV[2]) == $ARGV[2] or die 'short'; sysseek $f, $ARGV[1], 0 or die $!;"
                        + " syswrite($f, ~$old) == $ARGV[2] or die 'short'; close $f or die $!",
                found[0],
                String.valueOf(offset),
                String.valueOf(BYTES)));
        return "%s: %d bytes flipped at offset %d of %s: page %d of the %d pages of table %s"
                .formatted(host.name(), BYTES, offset, found[0], page, pages, table);
    }

    private String run(Command command) {
        Outcome outcome = host.run(command.within(SOON));
        if (!outcome.succeeded()) {
            throw new IllegalStateException(
                    "the page could not be damaged: " + outcome.err().strip());
        }
        return outcome.out();
    }
}
