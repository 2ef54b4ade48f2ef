package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.LocalMariadb;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is said of a real MariaDB whose files are not as they should be. */
class ADamagedMariadbTest extends MariadbCase {
    @Test
    void a_table_that_cannot_be_read_hides_no_other() throws IOException {
        sql("""
                create table first (n int primary key, t char(200) default 'x', key (t)) as select seq as n, seq as t from seq_1_to_5000;
                create table second as select seq as n from seq_1_to_10;
                create table third engine=Aria as select seq as n from seq_1_to_10;
                create table fourth engine=MyISAM as select seq as n, 'x' as t from seq_1_to_5000;
                create table fifth as select seq as n from seq_1_to_10;
                """);
        Fingerprint before = fingerprint();
        sql("delete from second");
        SERVER.stop();
        overwrite(SERVER, "shop/first.ibd", 30 * 16384 + 8192, 16);
        overwrite(SERVER, "shop/fourth.MYD", 1000, 200);
        Files.delete(SERVER.data().resolve("shop/fifth.ibd"));
        SERVER.start();

        assertThat(differences(before))
                .hasSize(6)
                .contains(
                        "table shop.second had 10 rows, has 0",
                        "table shop.fourth had 5000 rows, and cannot be read",
                        "table shop.fifth had 10 rows, and cannot be read",
                        "table shop.first is damaged, as CHECK TABLE says: InnoDB: The B-tree of index PRIMARY is corrupted.;"
                                + " InnoDB: Index t is marked as corrupted; Corrupt")
                .anyMatch(difference -> difference.startsWith("table shop.fourth is damaged, as CHECK TABLE says: "))
                .anyMatch(difference -> difference.startsWith("table shop.fifth is damaged, as CHECK TABLE says: "));
        assertThatThrownBy(MariadbCase::fingerprint).isInstanceOf(StateException.class);
    }

    @Test
    void the_tables_of_another_version_wait_for_an_upgrade() throws IOException {
        Fingerprint before = fingerprint();
        Path version = SERVER.data().resolve("mysql_upgrade_info");
        String now = Files.readString(version);
        Files.writeString(version, "10.5.23-MariaDB");
        try {
            assertThat(differences(before))
                    .containsExactly(
                            "server has the tables of version 10.5: mariadb-upgrade was not run (no data is lost)");
        } finally {
            Files.writeString(version, now);
        }
        assertThat(differences(before)).isEmpty();
    }

    private static void overwrite(LocalMariadb server, String name, long offset, int length) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(server.data().resolve(name).toFile(), "rw")) {
            byte[] bytes = new byte[length];
            file.seek(offset);
            file.readFully(bytes);
            for (int at = 0; at < length; at++) {
                bytes[at] = (byte) ~bytes[at];
            }
            file.seek(offset);
            file.write(bytes);
        }
    }
}
