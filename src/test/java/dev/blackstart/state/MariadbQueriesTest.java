package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a real MariaDB answers to a check. */
class MariadbQueriesTest extends MariadbCase {
    private final Queries queries = SHOP.queries().orElseThrow();

    @Test
    void a_value_is_what_it_was_asked_for() {
        sql("create table t as select 'a\tb\\\\c' as x union select 'ü'");

        assertThat(ask("select count(*) from t")).isEqualTo(new Queries.Answer(true, "2"));
        assertThat(ask("select x, 1 from t order by x; -- all")).isEqualTo(new Queries.Answer(true, "a\tb\\c|1\nü|1"));
        assertThat(ask("select 'no \\\\! echo command'").text()).isEqualTo("no \\! echo command");
    }

    @Test
    void what_fails_is_no_answer() {
        assertThat(ask("select * from missing").answered()).isFalse();
        assertThat(ask("select * from missing").text()).contains("shop.missing");
    }

    @Test
    void the_client_carries_out_no_command_of_its_own() {
        assertThat(ask("\\! echo command").text()).doesNotStartWith("command");
        assertThat(ask("system echo command").answered()).isFalse();
    }

    @Test
    void what_reads_nothing_is_constant() {
        sql("create table t (n int) engine=MyISAM");

        assertThat(queries.constant(SERVER, "select 1")).isTrue();
        assertThat(queries.constant(SERVER, "select count(*) from t")).isFalse();
        assertThat(queries.constant(SERVER, "select max(n) from t")).isFalse();
        assertThat(queries.constant(SERVER, "select @@global.read_only")).isFalse();
        assertThat(queries.constant(SERVER, "select now()")).isFalse();
        assertThat(queries.constant(SERVER, "no query")).isFalse();
    }

    @Test
    void statements_are_carried_out_as_one() {
        sql("create table t (n int); insert into t values (1), (2), (3)");
        Statements statements = SHOP.statements().orElseThrow();

        assertThat(statements.carryOut(SERVER, "update t set n = 5 where n < 3; delete from t where n = 3;"))
                .isEqualTo(new Statements.Done(true, 3, "Query OK, 2 rows affected; Query OK, 1 row affected"));
        assertThat(statements
                        .carryOut(SERVER, "delete from t; select * from missing")
                        .done())
                .isFalse();
        assertThat(ask("select count(*), sum(n) from t").text()).isEqualTo("2|10");
        assertThat(statements.carryOut(SERVER, "delete from t; rollback").rows())
                .isZero();
        assertThat(statements.carryOut(SERVER, "drop table t"))
                .isEqualTo(new Statements.Done(true, 0, "Query OK, 0 rows affected"));
    }

    private Queries.Answer ask(String query) {
        return queries.ask(SERVER, query);
    }
}
