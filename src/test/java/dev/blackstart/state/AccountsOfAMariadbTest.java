package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may log in to a real MariaDB and do what, and what the server itself promises. */
class AccountsOfAMariadbTest extends MariadbCase {
    @AfterEach
    void nobody() {
        SERVER.sql("mysql", """
                drop user if exists app@'10.%', reader, other;
                drop role if exists clerk;
                drop server if exists bank;
                set global read_only = 0, event_scheduler = 0;
                """);
    }

    @Test
    void every_privilege_is_compared() {
        sql("""
                create table t (a int, b int);
                create procedure p() select 1;
                create user app@'10.%' identified by 'of-the-website';
                create user reader;
                create user other;
                create role clerk;
                grant select, insert on shop.* to app@'10.%';
                grant select (a) on shop.t to app@'10.%' with grant option;
                grant delete on shop.t to app@'10.%';
                grant execute on procedure shop.p to app@'10.%';
                grant reload on *.* to app@'10.%';
                grant process on *.* to clerk;
                grant clerk to app@'10.%' with admin option;
                set default role clerk for app@'10.%';
                grant proxy on reader to other;
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                revoke insert on shop.* from app@'10.%';
                revoke grant option on shop.t from app@'10.%';
                revoke select (a), delete on shop.t from app@'10.%';
                revoke execute on procedure shop.p from app@'10.%';
                revoke reload on *.* from app@'10.%';
                revoke process on *.* from clerk;
                set default role none for app@'10.%';
                revoke admin option for clerk from app@'10.%';
                revoke proxy on reader from other;
                """))
                .containsExactlyInAnyOrder(
                        "account app@10.% default role was clerk, is none (no data is lost)",
                        "membership of app@10.% in role clerk admin option was Y, is N (no data is lost)",
                        "privileges of 'app'@'10.%' on column a of shop.t is missing",
                        "privileges of 'app'@'10.%' on database shop privileges was INSERT, SELECT, is SELECT (no data is lost)",
                        "privileges of 'app'@'10.%' on everything is missing",
                        "privileges of 'app'@'10.%' on shop.t is missing",
                        "privileges of 'app'@'10.%' on procedure shop.p is missing",
                        "proxy other@% as reader@% is missing",
                        "role clerk privileges of the role was 256, is 0 (no data is lost)");
    }

    @Test
    void every_way_to_log_in_is_compared() {
        sql("""
                create user app@'10.%' identified by 'of-the-website' require ssl with max_user_connections 5;
                create user reader identified by 'one';
                create user other identified via unix_socket or mysql_native_password using password('two');
                """);
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                alter user app@'10.%' require none with max_user_connections 0 account lock;
                alter user reader identified by 'another';
                alter user other identified via unix_socket;
                create user `new one`;
                """))
                .containsExactlyInAnyOrder(
                        "account `new one@%` was not there before (no data is lost)",
                        "account app@10.% log-in was open, is locked; encryption was any, is none; limits was 0 0 0 5 0, is 0"
                                + " 0 0 0 0 (no data is lost)",
                        "account other@% plugin was mysql_native_password, is unix_socket; other plugins was"
                                + " [\"unix_socket\"], is none (no data is lost)",
                        "password of account reader@% is another one",
                        "password of account other@% is missing");
        sql("drop user `new one`");
    }

    @Test
    void a_password_that_is_missing_lets_everybody_in() {
        sql("create user reader identified by 'one'");
        Fingerprint before = fingerprint();

        assertThat(after(before, "set password for reader = ''"))
                .containsExactly("password of account reader@% is missing");
    }

    @Test
    void the_same_password_given_again_is_no_difference() {
        sql("create user reader identified by 'one'; grant select on shop.* to reader");
        Fingerprint before = fingerprint();

        assertThat(after(
                        before,
                        "drop user reader; create user reader identified by 'one'; grant select on shop.* to reader"))
                .isEmpty();
    }

    @Test
    void nothing_of_a_password_is_kept() {
        sql("""
                create user reader identified by 'one';
                create server bank foreign data wrapper mysql options (host 'bank', user 'shop', password 'two');
                """);

        String all = fingerprint().things().toString();

        assertThat(all).contains("password of account reader@%").contains("server bank");
        assertThat(all)
                .doesNotContain("two")
                .doesNotContain(SERVER.sql("mysql", "select password('one')").strip());
    }

    @Test
    void what_the_server_promises_is_compared() {
        sql("create server bank foreign data wrapper mysql options (host 'bank', user 'shop', password 'two')");
        Fingerprint before = fingerprint();

        assertThat(after(before, """
                alter server bank options (host 'hank', password 'three');
                set global read_only = 1, event_scheduler = 1;
                """))
                .containsExactlyInAnyOrder(
                        "server bank place was bank 3306, is hank 3306 (no data is lost)",
                        "password of server bank is another one",
                        "setting event_scheduler was OFF, is ON (no data is lost)",
                        "setting read_only was OFF, is ON (no data is lost)");
    }

    @Test
    void a_transaction_that_was_prepared_is_missed() {
        sql(
                "create table t (n int) engine=InnoDB; xa start 'payment-17'; insert into t values (1); xa end 'payment-17'; xa prepare 'payment-17'");
        Fingerprint before;
        try {
            before = fingerprint();
        } finally {
            sql("xa rollback 'payment-17'");
        }

        assertThat(differences(before)).containsExactly("prepared transaction 'payment-17' is missing");
    }
}
