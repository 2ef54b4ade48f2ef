package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The pages of a table or an index, and the files that they lie in: a large one has a file for each gigabyte.
 *
 * @param called as readers are told, such as {@code table history}
 * @param name as SQL has it
 * @param path of the first file
 * @param size of a page, in bytes
 * @param perFile how many pages a file has at most
 */
record RelationPages(
        Host host, Psql psql, String called, String name, String path, long count, int size, long perFile) {
    private static final int SMALLEST = 4;
    private static final String TABLES = "rmt";
    private static final String INDEXES = "i";

    /** All that is changed on disk is on disk before anybody looks for it there. */
    private static final String FIND = """
            checkpoint;
            select current_setting('data_directory') || '/' || pg_relation_filepath(oid),
                   pg_relation_size(oid) / current_setting('block_size')::int,
                   current_setting('block_size'),
                   (select setting from pg_settings where name = 'segment_size')
            from pg_class where oid = :'relation'::regclass and position(relkind::text in :'kinds') > 0;
            """;

    /** The first page, from one on and round about, that no buffer holds; the extension is gone again at once. */
    private static final String COLD = """
            begin;
            create extension if not exists pg_buffercache;
            select page
            from (select tried, :first + (:start - :first + tried) % :span as page
                  from generate_series(0, least(:span, 100000) - 1) tried) pages
            where page not in (
                select relblocknumber from pg_buffercache
                where relfilenode = pg_relation_filenode(:'relation') and relforknumber = 0
                  and reldatabase = (select oid from pg_database where datname = current_database()))
            order by tried
            limit 1;
            rollback;
            """;

    /**
     * A page that was chosen.
     *
     * @param seen whether it is cold, in words
     */
    record Choice(long page, String seen) {}

    static RelationPages ofTable(Damage.Target target, String name) {
        return of(target.host(), PostgresqlDamage.psql(target), "table " + name, name, TABLES);
    }

    static RelationPages ofIndex(Damage.Target target, String name) {
        return of(target.host(), PostgresqlDamage.psql(target), "index " + name, name, INDEXES);
    }

    private static RelationPages of(Host host, Psql psql, String called, String name, String kinds) {
        Outcome outcome =
                host.run(psql.command("relation=" + name, "kinds=" + kinds).with(FIND));
        List<String> found = List.of(outcome.out().strip().split("\\|", -1));
        if (!outcome.succeeded() || found.size() != 4) {
            String why = outcome.err().strip();
            throw new DamageException(
                    "the pages of " + called + " cannot be found", why.isEmpty() ? "there is no such thing" : why);
        }
        return new RelationPages(
                host,
                psql,
                called,
                name,
                found.get(0),
                Long.parseLong(found.get(1)),
                Integer.parseInt(found.get(2)),
                Long.parseLong(found.get(3)));
    }

    /** Choose a cold page of the middle half; where nobody can tell which are cold, any, and say so. */
    Choice cold(RandomGenerator random) {
        if (count < SMALLEST) {
            throw new DamageException(called + " is too small to have a cold page", count + " pages");
        }
        long first = count / 4;
        long span = count / 2;
        long start = first + random.nextLong(span);
        Outcome outcome = host.run(psql.command("relation=" + name, "first=" + first, "start=" + start, "span=" + span)
                .with(COLD));
        if (!outcome.succeeded()) {
            return new Choice(
                    start,
                    "of which could not be seen whether it was cold: "
                            + outcome.err().strip().lines().findFirst().orElse("no answer"));
        }
        String page = outcome.out().strip();
        if (page.isEmpty()) {
            throw new DamageException(
                    called + " has no cold page",
                    "buffers hold all of them, and readers would go on to see the good copies");
        }
        return new Choice(Long.parseLong(page), "which no buffer held");
    }

    DiskFile file(long page) {
        long file = page / perFile;
        return new DiskFile(host, file == 0 ? path : path + "." + file);
    }

    /** Where the page begins within its file. */
    long start(long page) {
        return page % perFile * size;
    }

    /** Such as {@code page 21 of the 40 pages of table history, which no buffer held}. */
    String told(Choice chosen) {
        return "page %d of the %d pages of %s, %s".formatted(chosen.page(), count, called, chosen.seen());
    }
}
