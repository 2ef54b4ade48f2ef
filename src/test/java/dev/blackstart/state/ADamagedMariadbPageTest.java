package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.LocalMariadb;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of a table on a real MariaDB, which is stopped and started for it. */
@Tag(RealTools.TAG)
class ADamagedMariadbPageTest {
    private static final int PAGE = 16384;

    private static LocalMariadb server;
    private static State shop;

    @BeforeAll
    static void make() {
        server = LocalMariadb.make();
        shop = MariadbCase.state(server);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void fill() {
        server.sql("mysql", """
                drop database if exists shop;
                create database shop;
                create table shop.history (id int primary key, amount int, note text, key (amount))
                    as select seq as id, seq % 100 as amount, repeat('x', 150) as note from seq_1_to_5000;
                create table shop.empty (id int primary key);
                create table shop.`of.2026` as select seq as id from seq_1_to_500;
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flipped", "zeroed"})
    void a_page_of_rows_is_damaged_and_seen_by_who_reads_it(String how) throws IOException {
        Fingerprint before = shop.fingerprint(server, MariadbCase.MARK);

        String told = strike("history", how).what();

        assertThat(told)
                .startsWith("db: the server was stopped: " + (how.equals("zeroed") ? PAGE : 16) + " bytes ")
                .contains(" that hold rows of table history")
                .endsWith(": it started again");
        long offset = Long.parseLong(told.replaceFirst(".* at offset (\\d+) of .*", "$1"));
        byte[] file = Files.readAllBytes(server.data().resolve("shop/history.ibd"));
        byte[] page = new byte[PAGE];
        System.arraycopy(file, (int) (offset / PAGE) * PAGE, page, 0, PAGE);
        if (how.equals("zeroed")) {
            assertThat(page).containsOnly(0);
        }
        assertThat(server.run(server.client("mariadb-dump", "shop")).succeeded())
                .isFalse();
        assertThat(shop.differences(before, shop.remains(server, MariadbCase.MARK)))
                .extracting(Difference::object)
                .contains("table shop.history")
                .doesNotContain("table shop.of.2026");
    }

    @Test
    void a_seed_repeats_the_page() {
        String first = strike("history", "flipped").what();
        fill();

        assertThat(strike("history", "flipped").what()).isEqualTo(first);
    }

    @Test
    void a_table_of_another_database_is_named_by_both() {
        server.sql("mysql", "create database if not exists `stall-2`");
        server.sql("mysql", "create or replace table `stall-2`.goods as select seq as id from seq_1_to_500");

        assertThat(strike("stall-2.goods", "flipped").what()).contains("/stall@002d2/goods.ibd: page ");

        server.sql("mysql", "drop database `stall-2`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "missing"})
    void a_table_without_rows_cannot_be_damaged_and_the_server_runs_again(String table) {
        assertThatThrownBy(() -> strike(table, "flipped"))
                .isInstanceOf(DamageException.class)
                .hasMessageStartingWith("the pages of table " + table + " cannot be found");

        assertThat(server.sql("shop", "select count(*) from history").strip()).isEqualTo("5000");
    }

    @Test
    void another_way_to_damage_it_is_none() {
        Map<String, String> keys = Map.of("table", "history", "how", "melted");

        assertThat(Damage.KINDS.read("mariadb-page", key -> Optional.ofNullable(keys.get(key))))
                .isEmpty();
        assertThat(damage("history", "flipped").takes(shop)).isTrue();
        assertThat(damage("history", "flipped").takes(DamagedPostgres.SHOP)).isFalse();
    }

    private static Damage damage(String table, String how) {
        Map<String, String> keys = Map.of("table", table, "how", how);
        return Damage.KINDS
                .read("mariadb-page", key -> Optional.ofNullable(keys.get(key)))
                .orElseThrow();
    }

    private static Damage.Seen strike(String table, String how) {
        return damage(table, how)
                .carryOut(new Damage.Target(server, shop, MariadbCase.MARK, new Random(7), new FakeTicker()));
    }
}
