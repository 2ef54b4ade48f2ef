package dev.blackstart.testing;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import java.nio.file.Path;

/** An SQLite database in a file of this machine, with a bit of everything that one can hold. */
public final class LocalSqlite {
    private static final String EVERYTHING = """
            create table people (id integer primary key autoincrement, name text not null, email text unique);
            insert into people (name, email) values ('Ada', 'ada@example.org'), ('Bo''b', null), ('', '');
            create table orders (
                id integer primary key, person int references people (id), -- who pays
                amount real check (amount >= 0), net as (amount / 1.19), gross real as (amount * 1.19) stored
            );
            insert into orders (person, amount) values (1, 19.99), (1, 0.1), (2, 1e300);
            create index of_person on orders (person) where amount > 1;
            create index by_sum on orders (amount * 2 desc);
            create table any_thing (v, w blob);
            insert into any_thing values
                (1, null), ('1', ''), (1.0, x''), (x'31', x'00ff'), (null, x'00ff'), (9e999, 'a'),
                (9223372036854775807, zeroblob(100000)), ('grüße 𝄞', 'x
            y'), (1, null);
            create table settings (name text primary key, value text) without rowid;
            insert into settings values ('colour', 'green'), ('size', '12');
            create table exact (n int, t text, b blob, a any) strict;
            insert into exact values (1, 'one', x'01', 1), (2, 'two', x'02', '2');
            create table "odd ""name"", 'x' | 	y" ("a ""column"" of" int, "select" text);
            insert into "odd ""name"", 'x' | 	y" values (1, 'a');
            create view spending as select person, sum(amount) as total from orders group by 1;
            create trigger greeted after insert on people begin
                update people set name = trim(new.name) where id = new.id;
            end;
            create virtual table letters using fts5 (subject, body);
            insert into letters values ('Hello', 'the quick brown fox'), ('Re: Hello', 'the lazy dog');
            create virtual table notes using fts4 (body);
            insert into notes values ('remember the milk'), ('and the bread');
            create virtual table titles using fts5 (name, content = 'people', content_rowid = 'id');
            insert into titles (titles) values ('rebuild');
            create virtual table words using fts5 (word, content = '');
            insert into words (rowid, word) values (7, 'seven'), (8, 'eight');
            create virtual table places using rtree (id, x0, x1, y0, y1);
            insert into places values (1, 0, 1, 0, 1), (2, 10, 11, 10, 11);
            delete from people where id = 3;
            pragma user_version = 7;
            pragma application_id = 4711;
            """;

    private final Path file;
    private final ThisMachine machine;

    private LocalSqlite(Path file, ThisMachine machine) {
        this.file = file;
        this.machine = machine;
    }

    /** Make one with a bit of everything. */
    public static LocalSqlite make(Path directory) {
        LocalSqlite database = empty(directory);
        database.sql(EVERYTHING);
        return database;
    }

    /** Where one will be, once something is written into it. */
    public static LocalSqlite empty(Path directory) {
        return new LocalSqlite(directory.resolve("app.db"), new ThisMachine(directory));
    }

    /** The machine that it lies on. */
    public ThisMachine machine() {
        return machine;
    }

    public Path file() {
        return file;
    }

    /** Carry out statements by {@code sqlite3}; throws where one fails. */
    public String sql(String statements) {
        return checked(Command.as("root", "sqlite3", "-bail", file.toString()).with(statements));
    }

    /** Carry out a line of a shell, which has the file as {@code $db}; throws where it fails. */
    public String sh(String line) {
        return checked(Command.as(
                "root", "bash", "-ec", "set -o pipefail; db=$1; cd \"${db%/*}\"; " + line, "sh", file.toString()));
    }

    private String checked(Command command) {
        Outcome outcome = machine.run(command);
        if (!outcome.succeeded() || !outcome.err().isEmpty()) {
            throw new IllegalStateException(command + ": " + outcome.err());
        }
        return outcome.out();
    }
}
