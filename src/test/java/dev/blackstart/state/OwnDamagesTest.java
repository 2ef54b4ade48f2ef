package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.RealTools;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What users damage by words of their own is done only where it is seen. */
@Tag(RealTools.TAG)
class OwnDamagesTest {
    private static DamagedPostgres db;

    @BeforeAll
    static void make() {
        db = new DamagedPostgres();
    }

    @AfterAll
    static void close() {
        db.close();
    }

    @BeforeEach
    void fill() {
        db.sql("""
                drop table if exists pledges, sessions;
                create table pledges as select n as id, n * 100 as cents from generate_series(1, 50) n;
                create table sessions (id int);
                """);
    }

    @Test
    void statements_are_told_with_what_the_server_and_the_comparison_say() {
        assertThat(sql("delete from pledges where id > 10").what())
                .isEqualTo("db: carried out on shop: delete from pledges where id > 10: DELETE 40: table public.pledges"
                        + " had 50 rows, has 10");
        assertThat(sql("alter table pledges drop column cents").what()).contains(": ALTER TABLE: ");
        assertThat(sql("drop table pledges").what()).contains(": DROP TABLE: ", "pledges is missing");
    }

    @Test
    void statements_that_change_nothing_are_no_damage() {
        for (String nothing : new String[] {
            "delete from pledges where id = 0",
            "select 1",
            "drop table if exists nothing",
            "begin; delete from pledges; rollback"
        }) {
            assertThatThrownBy(() -> sql(nothing))
                    .as(nothing)
                    .isInstanceOf(DamageException.class)
                    .hasMessageStartingWith("the statement changed nothing that is compared: ");
        }
        assertThat(db.sql("select count(*) from pledges")).isEqualTo("50");
    }

    @Test
    void statements_that_fail_are_no_damage_and_leave_nothing_behind() {
        assertThatThrownBy(() -> sql("delete from pledges; delete from pledge"))
                .isInstanceOf(DamageException.class)
                .hasMessageStartingWith(
                        "the statement was not carried out: ERROR:  relation \"pledge\" does not exist");
        assertThatThrownBy(() -> sql("\\! touch /tmp/never")).hasMessageContaining("syntax error");
        assertThat(db.sql("select count(*) from pledges")).isEqualTo("50");
    }

    @Test
    void half_a_migration_stays_where_it_commits_its_first_half() {
        Damage.Seen seen =
                sql("begin; alter table pledges add column euros int; commit; begin; update pledges set euros = 0");

        assertThat(seen.what()).contains("COMMIT");
        assertThat(db.sql("select count(euros) from pledges")).isEqualTo("0");
    }

    @Test
    void rows_of_the_workload_count_where_the_server_counts_them() {
        db.sql("create table written (id text); insert into written values ('bs00000001-1')");

        assertThat(sql("delete from written").what()).endsWith("delete from written: DELETE 1");
        db.sql("drop table written");
    }

    @Test
    void a_command_is_told_with_what_it_said_and_what_changed() {
        assertThat(run("psql -qd shop -c 'update pledges set cents = 1 where id = 7' && echo done")
                        .what())
                .startsWith("db: run as root: psql -qd shop")
                .contains(": done: table public.pledges has as many rows as before, but other content");
    }

    @Test
    void a_command_that_fails_or_changes_nothing_is_no_damage() {
        assertThatThrownBy(() -> run("echo no such host >&2; exit 3"))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("the command did not end well: ")
                .hasMessageContaining("no such host");
        assertThatThrownBy(() -> run("echo all is well"))
                .isInstanceOf(DamageException.class)
                .hasMessageStartingWith("the command changed nothing that is compared: all is well");
    }

    @Test
    void what_cannot_be_read_any_more_has_changed() {
        try (DamagedPostgres other = new DamagedPostgres()) {
            assertThat(other.strike(1, "run", Map.of("run", "psql -d postgres -qc 'drop database shop'"))
                            .what())
                    .contains("cannot be read");
        }
    }

    private static Damage.Seen sql(String statements) {
        return db.strike(1, "sql", Map.of("sql", statements));
    }

    private static Damage.Seen run(String command) {
        return db.strike(1, "run", Map.of("run", command));
    }
}
