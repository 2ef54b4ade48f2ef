package dev.blackstart.state;

import dev.blackstart.testing.LocalMariadb;
import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.SharedMariadb;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A database on a real server, which a test changes: what is said of it then. */
@Tag(RealTools.TAG)
abstract class MariadbCase {
    static final String MARK = "bs00000001";

    static final LocalMariadb SERVER = SharedMariadb.get();
    static final State SHOP = state(SERVER);

    @BeforeEach
    void open() {
        SERVER.sql("mysql", "create database shop character set utf8mb4 collate utf8mb4_unicode_ci");
    }

    @AfterEach
    void drop() {
        SERVER.sql(
                "mysql",
                "drop database if exists shop; drop database if exists stall; drop database if exists `sh.op`");
    }

    static State state(LocalMariadb of) {
        return new MariadbState(
                Optional.of("shop"), new MariadbClient(Optional.of(of.socket()), Optional.empty(), "root"));
    }

    static void sql(String statements) {
        SERVER.sql("shop", statements);
    }

    static Fingerprint fingerprint() {
        return SHOP.fingerprint(SERVER, MARK);
    }

    /** What is said after something was done, as after a recovery. */
    static List<String> after(Fingerprint before, String statements) {
        sql(statements);
        return differences(before);
    }

    static List<String> differences(Fingerprint before) {
        return words(before, SHOP.remains(SERVER, MARK));
    }

    static List<String> words(Fingerprint before, Fingerprint after) {
        return SHOP.differences(before, after).stream()
                .map(difference -> difference.object() + " " + difference.what())
                .toList();
    }
}
