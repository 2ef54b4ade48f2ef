package dev.blackstart.state;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.LocalMariadb;
import dev.blackstart.testing.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Damages a real MariaDB, a new one each time, and asks everybody who may see it. */
final class SeenOnMariadb implements AutoCloseable {
    private static final String MARK = "bs00000001";
    private static final Map<String, String> HISTORY = Map.of("table", "history");

    /**
     * Something that is done.
     *
     * @param offline a line of a shell that is carried out in the data's directory while the server is stopped, instead of a damage
     */
    private record Row(String called, String word, Map<String, String> keys, String offline) {
        static Row damage(String called, String word, Map<String, String> keys) {
            return new Row(called, word, keys, "");
        }

        static Row offline(String called, String line) {
            return new Row(called, "", Map.of(), line);
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.damage("nothing", "", Map.of()),
            Row.damage("`mariadb-page`", "mariadb-page", HISTORY),
            Row.damage("… `how: zeroed`", "mariadb-page", Map.of("table", "history", "how", "zeroed")),
            Row.offline(
                    "`run`: the table's file is cut between two pages", "truncate -s $((30 * 16384)) shop/history.ibd"),
            Row.offline("`run`: the table's file is deleted", "rm shop/history.ibd"),
            Row.offline("`run`: the table's definition is deleted", "rm shop/history.frm"),
            Row.offline(
                    "`run`: a page of the system's own file",
                    "printf %4096s | dd of=ibdata1 bs=4096 seek=21 conv=notrunc"),
            Row.offline("`run`: the log is deleted", "rm ib_logfile0"),
            Row.damage("`sql`: an update without `WHERE`", "sql", Map.of("sql", "update history set amount = 7")),
            Row.damage("`sql`: one that keeps the sums", "sql", Map.of("sql", "update history set note = 'x'")));

    private static final List<Look<SeenOnMariadb>> LOOKS = List.of(
            new Look<>("the start", db -> !db.starts()),
            new Look<>("a plain query", db -> !db.answers("select 1 from history limit 1", "1")),
            new Look<>("an invariant in SQL", db -> !db.answers("""
                    select count(*) from projects p
                    where not raised <=> (select sum(amount) from history h where h.project = p.id)""", "0")),
            new Look<>("`mariadb-dump`", db -> db.fails("mariadb-dump", "shop")),
            new Look<>("`mariadb-backup`", SeenOnMariadb::backupFails),
            new Look<>("`mariadb-check`", SeenOnMariadb::checkFails),
            new Look<>("`mariadb-check --extended`", SeenOnMariadb::extendedCheckFails),
            new Look<>("our comparison", SeenOnMariadb::differs),
            new Look<>("`innochecksum`", SeenOnMariadb::checksumFails));

    private final LocalMariadb server = LocalMariadb.make();
    private final State shop = MariadbCase.state(server);
    private final Fingerprint before;

    private SeenOnMariadb() {
        server.sql("mysql", "create database shop");
        server.sql("shop", """
                create table history (id int primary key, amount int, note text, project int);
                insert into history select seq, seq % 100, repeat('x', 150), seq % 10 from seq_1_to_5000;
                create table projects as select project as id, sum(amount) as raised from history group by project;
                """);
        before = shop.fingerprint(server, MARK);
    }

    static String table() {
        SeenTable table = new SeenTable("MariaDB", SeenTable.called(LOOKS));
        for (Row row : ROWS) {
            try (SeenOnMariadb db = new SeenOnMariadb()) {
                db.damage(row);
                table.row(row.called(), db.seen());
            }
        }
        return table.text();
    }

    private void damage(Row row) {
        if (!row.offline().isEmpty()) {
            server.stop();
            new Tree(server.data()).bash(row.offline());
            server.tryToStart();
        } else if (!row.word().isEmpty()) {
            Damage damage = Damage.KINDS
                    .read(row.word(), key -> Optional.ofNullable(row.keys().get(key)))
                    .orElseThrow();
            System.err.println(damage.carryOut(new Damage.Target(server, shop, MARK, new Random(7), new FakeTicker()))
                    .what());
        }
    }

    /** A server that breaks down over a question is started again, and the next one asks after that. */
    private List<String> seen() {
        boolean runs = starts();
        List<String> words = new ArrayList<>();
        for (Look<SeenOnMariadb> look : LOOKS) {
            boolean alone = words.isEmpty() || words.size() == LOOKS.size() - 1;
            words.add(runs || alone ? SeenTable.word(look.sees().test(this)) : SeenTable.DOWN);
            if (runs && !starts()) {
                server.tryToStart();
            }
        }
        return words;
    }

    private boolean starts() {
        return server.run(server.client("mariadb", "--execute=select 1")).succeeded();
    }

    private boolean answers(String query, String right) {
        Outcome outcome =
                server.run(server.client("mariadb", "--batch", "--skip-column-names", "--execute=" + query, "shop"));
        return outcome.succeeded() && outcome.out().strip().equals(right);
    }

    private boolean fails(String... words) {
        return !server.run(server.client(words)).succeeded();
    }

    private boolean backupFails() {
        return fails(
                "mariadb-backup", "--backup", "--datadir=" + server.data(), "--target-dir=" + server.file("backup"));
    }

    private boolean checkFails() {
        return complains("mariadb-check", "shop");
    }

    private boolean extendedCheckFails() {
        return complains("mariadb-check", "--extended", "shop");
    }

    /** It ends with 0 whatever it finds. */
    private boolean complains(String... words) {
        Outcome outcome = server.run(server.client(words));
        return !outcome.succeeded()
                || !outcome.out().lines().allMatch(line -> line.startsWith("shop.") && line.endsWith(" OK"));
    }

    private boolean differs() {
        try {
            return !shop.differences(before, shop.remains(server, MARK)).isEmpty();
        } catch (StateException e) {
            return true;
        }
    }

    /** It wants nobody else to have the files open; of the system's own, it complains whatever happened. */
    private boolean checksumFails() {
        if (starts()) {
            server.stop();
        }
        return !server.run(
                        Command.as("root", "sh", "-c", """
                        for file in "$1"/shop/*.ibd; do innochecksum "$file" || exit; done""", "sh", server.data().toString()))
                .succeeded();
    }

    @Override
    public void close() {
        server.close();
    }
}
