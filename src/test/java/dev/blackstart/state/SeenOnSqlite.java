package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.LocalSqlite;
import dev.blackstart.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Damages a real SQLite database, a new one each time, and asks everybody who may see it. */
final class SeenOnSqlite {
    private static final String MARK = "bs00000001";
    private static final String PAGE =
            "4096 * $(sqlite3 app.db \"select pageno from dbstat where name = 'history' and pagetype = 'leaf' limit 1 offset 60\") - 4096";

    /** What is done: a damage's word and keys, or {@code run} and a line of a shell. */
    private record Row(String called, String word, Map<String, String> keys) {}

    private static final List<Row> ROWS = List.of(
            new Row("nothing", "", Map.of()),
            new Row("`sqlite-page`", "sqlite-page", Map.of("table", "history")),
            run("`run`: bits of a text", "perl -pi -e 's/row 2500 x/row 2500 y/' app.db"),
            run("`run`: a page's header", damagedPage("\\\\377\\\\377\\\\377\\\\377", 4)),
            run("`run`: a page of zeros", damagedPage("", 4096)),
            run("`run`: the file is cut between two pages", "truncate -s $((" + PAGE + ")) app.db"),
            run("`run`: … within a page", "truncate -s $((" + PAGE + " + 1000)) app.db"),
            run("`run`: the file's first 16 bytes", "printf 'no database here' | dd of=app.db conv=notrunc"),
            run("`run`: the file is deleted", "rm app.db"),
            new Row("`sql`: an update without `WHERE`", "sql", Map.of("sql", "update history set amount = 7")),
            new Row("`sql`: one that keeps the sums", "sql", Map.of("sql", "update history set note = 'x'")));

    private static final List<Look<SeenOnSqlite>> LOOKS = List.of(
            new Look<>("a plain query", db -> !db.answers("select 1 from history limit 1", "1")),
            new Look<>("an invariant in SQL", db -> !db.answers("""
                    select count(*) from projects p
                    where raised is not (select sum(amount) from history h where h.project = p.id)""", "0")),
            new Look<>("`PRAGMA quick_check`", db -> !db.answers("pragma quick_check", "ok")),
            new Look<>("`PRAGMA integrity_check`", db -> !db.answers("pragma integrity_check", "ok")),
            new Look<>("`.dump`", db -> db.complains(".dump")),
            new Look<>("`.backup`", db -> db.complains(".backup copy.db")),
            new Look<>("`VACUUM INTO`", db -> db.complains("vacuum into 'whole.db'")),
            new Look<>("our comparison", SeenOnSqlite::differs));

    private final LocalSqlite database;
    private final SqliteState state;
    private final Fingerprint before;

    private SeenOnSqlite(Path directory) {
        database = LocalSqlite.empty(directory);
        database.sql("""
                create table history (id integer primary key, amount int, note text, project int);
                with recursive s (i) as (select 1 union all select i + 1 from s where i < 5000)
                insert into history select i, i % 100, 'row ' || i || ' ' || replace(hex(zeroblob(70)), '00', 'xx'), i % 10 from s;
                create table projects as select project as id, sum(amount) as raised from history group by project;
                """);
        state = new SqliteState(database.file().toString());
        before = state.fingerprint(database.machine(), MARK);
    }

    static String table() {
        SeenTable table = new SeenTable("SQLite", SeenTable.called(LOOKS));
        for (Row row : ROWS) {
            Scratch.in(directory -> {
                SeenOnSqlite db = new SeenOnSqlite(directory);
                db.damage(row);
                table.row(row.called(), SeenTable.ask(LOOKS, db));
            });
        }
        return table.text();
    }

    private static Row run(String called, String line) {
        return new Row(called, "run", Map.of("run", line));
    }

    private static String damagedPage(String bytes, int length) {
        return "at=$((%s)); (printf '%s'; head -c %d /dev/zero) | head -c %d | dd of=app.db bs=1 seek=$at conv=notrunc"
                .formatted(PAGE, bytes, length, length);
    }

    private void damage(Row row) {
        if (row.word().equals("run")) {
            new Tree(database.file().resolveSibling("")).bash(row.keys().getOrDefault("run", ""));
        } else if (!row.word().isEmpty()) {
            Damage damage = Damage.KINDS
                    .read(row.word(), key -> Optional.ofNullable(row.keys().get(key)))
                    .orElseThrow();
            System.err.println(
                    damage.carryOut(new Damage.Target(database.machine(), state, MARK, new Random(7), new FakeTicker()))
                            .what());
        }
    }

    private boolean answers(String query, String right) {
        Outcome outcome = sqlite(query);
        return outcome.succeeded() && outcome.out().strip().equals(right);
    }

    /** Its shell ends with 0 after much that it complains of. */
    private boolean complains(String command) {
        Outcome outcome = sqlite(command);
        return !outcome.succeeded() || !outcome.err().isEmpty() || outcome.out().contains("ROLLBACK; -- due to errors");
    }

    private Outcome sqlite(String command) {
        return database.machine()
                .run(Command.as(
                        "root",
                        "sh",
                        "-c",
                        "cd \"${1%/*}\"; exec sqlite3 \"$1\" \"$2\"",
                        "sh",
                        database.file().toString(),
                        command));
    }

    private boolean differs() {
        try {
            return !state.differences(before, state.remains(database.machine(), MARK))
                    .isEmpty();
        } catch (StateException e) {
            return true;
        }
    }
}
