package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.testing.ThisMachine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeOutputTest {
    @TempDir
    private Path tools;

    @Test
    void what_fifty_thousand_tables_are_defined_as_is_read_to_the_last_of_them() {
        Host db = new ThisMachine(tools)
                .tool(
                        "pg_dump",
                        "seq -f 'CREATE TABLE public.table_%06g (id bigint NOT NULL, name text, made timestamp"
                                + " with time zone DEFAULT now(), note text, more text, still_more text, and_once_more text);' 50000");

        String dump = WholeOutput.of(db, Command.as("postgres", "pg_dump", "shop"), "the database");

        assertThat(dump.length()).isGreaterThan(8 * 1024 * 1024);
        assertThat(dump.lines()).hasSize(50_000).last().asString().startsWith("CREATE TABLE public.table_050000 ");
    }

    @Test
    void the_tool_reads_what_it_is_told_and_says_it_with_every_character() {
        Host db = new ThisMachine(tools);

        assertThat(WholeOutput.of(db, Command.as("postgres", "cat").with("naïve | \u96ea\n\n'"), "the database"))
                .isEqualTo("naïve | \u96ea\n\n'");
    }

    @Test
    void what_no_memory_has_room_for_cannot_be_read() {
        Host db = new ThisMachine(tools).tool("pg_dump", "head -c 40000000 /dev/zero");

        assertThatThrownBy(() -> WholeOutput.of(db, Command.as("postgres", "pg_dump"), "the database shop on db"))
                .isInstanceOfSatisfying(
                        StateException.class,
                        e -> assertThat(e.detail()).isEqualTo("it says more than 16,777,216 bytes"));
    }

    @Test
    void a_tool_that_fails_half_way_has_said_nothing() {
        Host db = new ThisMachine(tools).tool("pg_dump", "echo 'CREATE TABLE one'; echo 'out of memory' >&2; exit 3");

        assertThatThrownBy(() -> WholeOutput.of(db, Command.as("postgres", "pg_dump"), "the database shop on db"))
                .isInstanceOfSatisfying(
                        StateException.class, e -> assertThat(e.detail()).isEqualTo("out of memory"))
                .hasMessage("the database shop on db cannot be read");
    }
}
