package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.RealTools;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real server is after it was killed, and lost something with it. */
@Tag(RealTools.TAG)
class CrashedPostgresqlTest {
    private DamagedPostgres db;

    @BeforeEach
    void make() {
        db = new DamagedPostgres();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void a_commit_that_is_flipped_in_the_wal_ends_it_there_without_a_word() {
        db.sql("create table pledges (id int); checkpoint");
        for (int id = 1; id <= 20; id++) {
            db.sql("insert into pledges values (" + id + ")");
        }

        Damage.Seen seen = db.strike(1, "flipped-wal", Map.of());

        assertThat(seen.what())
                .matches(
                        "db: the server was killed: 4 bytes flipped at offset \\d+ of .*/pg_wal/[0-9A-F]{24}: the commit at"
                                + " [0-9A-F/]+, and with it the last \\d+ of the 20 since the last checkpoint: it started again:"
                                + " redo done at [0-9A-F/]+");
        int lost = Integer.parseInt(seen.what().replaceFirst("(?s).*with it the last (\\d+) of.*", "$1"));
        assertThat(lost).isPositive();
        assertThat(db.sql("select count(*) from pledges")).isEqualTo(String.valueOf(20 - lost));
        assertThat(db.server().runs()).isTrue();
    }

    @Test
    void a_server_in_which_nothing_can_be_damaged_goes_on() {
        db.sql("checkpoint");

        assertThatThrownBy(() -> db.strike(1, "flipped-wal", Map.of()))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("none was written since the last checkpoint");
        assertThat(db.sql("select 1")).isEqualTo("1");
    }

    @Test
    void a_server_without_its_wal_does_not_start() {
        Damage.Seen seen = db.strike(1, "emptied-wal", Map.of());

        assertThat(seen.what())
                .startsWith("db: the server was killed: all 1 files of ")
                .endsWith(
                        "/pg_wal deleted: it does not start again: PANIC:  could not locate a valid checkpoint record");
        assertThat(db.server().runs()).isFalse();
    }

    @Test
    void a_server_whose_control_file_is_flipped_does_not_start() {
        Damage.Seen seen = db.strike(1, "flipped-control", Map.of());

        assertThat(seen.what())
                .contains("8 bytes flipped at offset ", "/global/pg_control: it does not start again")
                .contains("incorrect checksum in control file");
        assertThat(db.server().runs()).isFalse();
    }

    @Test
    void a_server_that_no_longer_knows_what_was_committed_does_not_start() {
        Damage.Seen seen = db.strike(1, "deleted-xact", Map.of());

        assertThat(seen.what())
                .contains(
                        "db: the server was stopped: ",
                        "/pg_xact/0000 deleted, one of 1: it does not start again: FATAL:"
                                + "  could not access status of transaction");
        assertThat(db.server().runs()).isFalse();
    }

    @Test
    void a_visibility_map_that_is_flipped_counts_rows_that_are_gone() {
        db.with("history");
        db.sql("delete from history where id % 2 = 0");

        Damage.Seen seen = db.strike(1, "flipped-visibility-map", Map.of("table", "history"));

        assertThat(seen.what()).contains("_vm, which were 0000", " of table history: it started again");
        assertThat(db.sql("select count(note) from history")).isEqualTo("2500");
        assertThat(Integer.parseInt(
                        db.sql("set enable_seqscan = off; set enable_bitmapscan = off; select count(id) from history")))
                .isGreaterThan(2500);
    }
}
