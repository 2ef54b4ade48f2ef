package dev.blackstart.state;

import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The pages of a table, and the files that they lie in: a large table has one for each gigabyte.
 *
 * @param path of the first file
 * @param size of a page, in bytes
 * @param perFile how many pages a file has at most
 */
record TablePages(Host host, Psql psql, String table, String path, long count, long size, long perFile) {
    private static final int SMALLEST = 4;

    /** All that is changed on disk is on disk before anybody looks for it there. */
    private static final String FIND = """
            checkpoint;
            select current_setting('data_directory') || '/' || pg_relation_filepath(:'table'),
                   pg_relation_size(:'table') / current_setting('block_size')::int,
                   current_setting('block_size'),
                   (select setting from pg_settings where name = 'segment_size');
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
                where relfilenode = pg_relation_filenode(:'table') and relforknumber = 0
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

    static TablePages of(Host host, Psql psql, String table) {
        Outcome outcome = host.run(psql.command("table=" + table).with(FIND));
        List<String> found = List.of(outcome.out().strip().split("\\|", -1));
        if (!outcome.succeeded() || found.size() != 4) {
            throw new DamageException(
                    "the pages of table " + table + " cannot be found",
                    outcome.err().strip());
        }
        return new TablePages(
                host,
                psql,
                table,
                found.get(0),
                Long.parseLong(found.get(1)),
                Long.parseLong(found.get(2)),
                Long.parseLong(found.get(3)));
    }

    /** Choose a cold page of the middle half; where nobody can tell which are cold, any, and say so. */
    Choice cold(RandomGenerator random) {
        if (count < SMALLEST) {
            throw new DamageException("table " + table + " is too small to have a cold page", count + " pages");
        }
        long first = count / 4;
        long span = count / 2;
        long start = first + random.nextLong(span);
        Outcome outcome = host.run(psql.command("table=" + table, "first=" + first, "start=" + start, "span=" + span)
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
                    "table " + table + " has no cold page",
                    "buffers hold all of them, and readers would go on to see the good copies");
        }
        return new Choice(Long.parseLong(page), "which no buffer held");
    }

    String file(long page) {
        long file = page / perFile;
        return file == 0 ? path : path + "." + file;
    }

    /** The middle of the page, within its file. */
    long offset(long page) {
        return page % perFile * size + size / 2;
    }
}
