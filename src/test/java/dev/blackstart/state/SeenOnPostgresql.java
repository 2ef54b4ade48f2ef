package dev.blackstart.state;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Carries out every damage to a real PostgreSQL, without and with checksums, and asks everybody who may see it. */
final class SeenOnPostgresql {
    private static final Map<String, String> HISTORY = Map.of("table", "history");

    /**
     * Something that is done.
     *
     * @param restarts whether the server is killed for it, and writes just before, instead of having forgotten its pages
     */
    private record Row(String called, String word, Map<String, String> keys, boolean restarts) {}

    private static final List<Row> ROWS = List.of(
            new Row("nothing", "", Map.of(), false),
            new Row("`flipped-page`", "flipped-page", HISTORY, false),
            new Row("… `part: line-pointers`", "flipped-page", part("line-pointers"), false),
            new Row("… `part: row-header`", "flipped-page", part("row-header"), false),
            new Row("`zeroed-page`", "zeroed-page", HISTORY, false),
            new Row("`truncated-table`, `cut: between-pages`", "truncated-table", cut("between-pages"), false),
            new Row("… `cut: within-page`", "truncated-table", cut("within-page"), false),
            new Row("`deleted-table-file`", "deleted-table-file", HISTORY, false),
            new Row("`flipped-index`", "flipped-index", Map.of("index", "history_pkey"), false),
            new Row("`flipped-visibility-map`", "flipped-visibility-map", HISTORY, true),
            new Row("`flipped-wal`", "flipped-wal", Map.of(), true),
            new Row("`emptied-wal`", "emptied-wal", Map.of(), true),
            new Row("… then `pg_resetwal -f`", "emptied-wal", Map.of("then", "pg_resetwal"), true),
            new Row("`flipped-control`", "flipped-control", Map.of(), true),
            new Row("`deleted-xact`", "deleted-xact", Map.of(), true),
            new Row("`deleted-filenode-map`", "deleted-filenode-map", Map.of(), false),
            new Row("`sql`: an update without `WHERE`", "sql", Map.of("sql", "update history set amount = 7"), false),
            new Row("`sql`: one that keeps the sums", "sql", Map.of("sql", "update history set note = 'x'"), false));

    private SeenOnPostgresql() {}

    static String tables() {
        return table("Without checksums") + "\n" + table("With checksums", "--data-checksums");
    }

    private static String table(String title, String... initdb) {
        SeenTable table = new SeenTable(
                title, Arrays.stream(Onlooker.values()).map(Onlooker::called).toList());
        ROWS.forEach(row -> table.row(row.called(), seen(row, initdb)));
        return table.text();
    }

    private static List<String> seen(Row row, String... initdb) {
        try (DamagedPostgres db = new DamagedPostgres(initdb)) {
            fill(db, row);
            Fingerprint before = DamagedPostgres.SHOP.fingerprint(db.server(), DamagedPostgres.MARK);
            if (!row.restarts()) {
                db.server().restart();
            }
            if (!row.word().isEmpty()) {
                System.err.println(db.strike(7, row.word(), row.keys()).what());
            }
            if (row.keys().containsKey("then")) {
                db.server().tool("pg_resetwal", "--force");
                db.server().start();
            }
            boolean runs = db.server().runs();
            return Arrays.stream(Onlooker.values())
                    .map(onlooker -> word(onlooker, db, before, runs))
                    .toList();
        }
    }

    private static String word(Onlooker onlooker, DamagedPostgres db, Fingerprint before, boolean runs) {
        if (onlooker == Onlooker.CHECKSUMS) {
            return SeenTable.word(onlooker.sees(db, before));
        }
        if (!runs) {
            return SeenTable.DOWN;
        }
        boolean sees = onlooker.sees(db, before);
        db.awaitRunning(); // one that crashes with a question starts again, and the next one asks after that
        return SeenTable.word(sees);
    }

    /** Sums that hold, rows that were deleted where a map is to say wrongly that they are there, and newest writes. */
    private static void fill(DamagedPostgres db, Row row) {
        db.sql("create table history (id int primary key, amount int, note text, project int)"
                + " with (autovacuum_enabled = off)");
        db.sql("insert into history select n, n %% 100, repeat('x', 150), n %% 10 from generate_series(1, %d) n"
                .formatted(DamagedPostgres.ROWS));
        db.sql("vacuum history");
        if (row.word().equals("flipped-visibility-map")) {
            db.sql("delete from history where id % 2 = 0");
        }
        db.sql("create table projects as select project as id, sum(amount) as raised from history group by project");
        if (row.restarts()) {
            db.sql("checkpoint");
            for (int id = 1; id <= 20; id++) {
                db.sql("begin; insert into history values (%d, 5, 'new', 1);".formatted(DamagedPostgres.ROWS + id)
                        + " update projects set raised = raised + 5 where id = 1; commit");
            }
        }
    }

    private static Map<String, String> part(String part) {
        return Map.of("table", "history", "part", part);
    }

    private static Map<String, String> cut(String where) {
        return Map.of("table", "history", "cut", where);
    }
}
