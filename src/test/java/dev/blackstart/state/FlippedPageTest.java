package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real files, with a {@code psql} that answers what a real one answered. */
class FlippedPageTest {
    private static final PostgresqlState SHOP = new PostgresqlState(Optional.of("shop"), PostgresqlServer.USUAL);

    @TempDir
    private Path directory;

    @TempDir
    private Path tools;

    private final FakeTicker ticker = new FakeTicker();
    private final FlippedPage damage = new FlippedPage("history", PagePart.MIDDLE);

    @Test
    void sixteen_bytes_in_the_middle_of_the_page_are_turned_and_nothing_else() throws IOException {
        Path file = filled("16384", 40 * 8192);

        Damage.Seen seen = strike(postgres(file, 40, 8192, "21"));

        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            boolean hit = at >= 21 * 8192 + 4096 && at < 21 * 8192 + 4096 + 16;
            assertThat(bytes[at]).isEqualTo((byte) (hit ? ~0x5a : 0x5a));
        }
        assertThat(seen.what())
                .isEqualTo(
                        "db: 16 bytes flipped at offset 176128 of %s: page 21 of the 40 pages of table history,"
                                + " which no buffer held",
                        file);
    }

    @Test
    void the_pages_of_a_server_built_for_larger_ones_are_larger() throws IOException {
        Path file = filled("16384", 40 * 16384);

        strike(postgres(file, 40, 16384, "21"));

        assertThat(byteAt(file, 21 * 16384 + 8192)).isEqualTo(~0x5a & 0xff);
    }

    @Test
    void a_table_of_more_than_one_file_is_damaged_in_the_one_that_holds_the_page() throws IOException {
        Path first = sparse("16384", 131_072L * 8192);
        Path second = sparse("16384.1", 131_072L * 8192);

        Damage.Seen seen = strike(postgres(first, 262_144, 8192, "131075"));

        assertThat(byteAt(second, 3 * 8192 + 4096)).isEqualTo(0xff);
        assertThat(byteAt(first, 3 * 8192 + 4096)).isZero();
        assertThat(seen.what()).contains("at offset 28672 of " + second + ": page 131075 of the 262144 pages");
    }

    @Test
    void nobody_says_that_a_page_is_cold_where_nobody_could_see_it() throws IOException {
        Host db = new ThisMachine(tools).tool("psql", """
                case "$(cat)" in
                    *pg_buffercache*) echo 'ERROR:  extension "pg_buffercache" is not available' >&2; exit 3;;
                    *) echo '%s|40|8192|131072';;
                esac""".formatted(filled("16384", 40 * 8192)));

        assertThat(strike(db).what())
                .endsWith("of which could not be seen whether it was cold: ERROR:  extension \"pg_buffercache\" is not"
                        + " available");
    }

    @Test
    void a_table_that_lies_in_buffers_as_a_whole_is_not_damaged_where_nobody_would_read_it() throws IOException {
        Path file = filled("16384", 40 * 8192);

        assertThatThrownBy(() -> strike(postgres(file, 40, 8192, "")))
                .isInstanceOf(DamageException.class)
                .hasMessageStartingWith("table history has no cold page: buffers hold all of them");
        assertThat(Files.readAllBytes(file)).containsOnly(0x5a);
    }

    @Test
    void a_page_that_reads_as_before_is_no_damage() throws IOException {
        ThisMachine db = postgres(filled("16384", 40 * 8192), 40, 8192, "21");
        db.tool("perl", "echo 5a5a5a5a 5a5a5a5a");

        assertThatThrownBy(() -> strike(db))
                .isInstanceOf(DamageException.class)
                .hasMessageEndingWith("16384 could not be damaged: read back: 5a5a5a5a 5a5a5a5a");
    }

    @Test
    void a_file_that_ends_before_the_page_is_told() throws IOException {
        assertThatThrownBy(() -> strike(postgres(filled("16384", 8192), 40, 8192, "21")))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("ends before 176128");
    }

    @Test
    void the_moment_of_the_strike_is_the_write_not_the_checkpoint_before_it() throws IOException {
        Host db = postgres(filled("16384", 40 * 8192), 40, 8192, "21");

        Damage.Seen seen = damage.carryOut(new Damage.Target(new Slow(db), SHOP, "mark", new Random(1), ticker));

        assertThat(seen.at()).isEqualTo(Duration.ofSeconds(20));
        assertThat(ticker.elapsed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_seed_repeats_the_page() throws IOException {
        ThisMachine db = postgres(filled("16384", 40 * 8192), 40, 8192, "21");
        strike(db);
        strike(db);

        assertThat(db.commands().get(1)).isEqualTo(db.commands().get(4));
        assertThat(db.commands().get(1).arguments()).contains("first=10", "span=20");
    }

    @Test
    void only_cold_pages_are_known() {
        assertThat(FlippedPage.read(asked(Map.of("table", "history", "page", "cold"))))
                .contains(damage);
        assertThat(FlippedPage.read(asked(Map.of("table", "history")))).contains(damage);
        assertThat(FlippedPage.read(asked(Map.of("table", "history", "page", "warm"))))
                .isEmpty();
        assertThat(FlippedPage.read(asked(Map.of("page", "cold")))).isEmpty();
    }

    private static dev.blackstart.kind.Parameters asked(Map<String, String> keys) {
        return key -> Optional.ofNullable(keys.get(key));
    }

    private Damage.Seen strike(Host host) {
        RandomGenerator random = new Random(1);
        return damage.carryOut(new Damage.Target(host, SHOP, "mark", random, ticker));
    }

    private ThisMachine postgres(Path file, long pages, int size, String cold) {
        return new ThisMachine(tools).tool("psql", """
                case "$(cat)" in
                    *pg_buffercache*) echo '%s';;
                    *) echo '%s|%d|%d|131072';;
                esac""".formatted(cold, file, pages, size));
    }

    private Path filled(String name, int length) throws IOException {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) 0x5a);
        return Files.write(directory.resolve(name), bytes);
    }

    private Path sparse(String name, long length) throws IOException {
        Path path = directory.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(length);
        }
        return path;
    }

    private static int byteAt(Path path, long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(offset);
            return file.read();
        }
    }

    /** Each command takes ten seconds. */
    private final class Slow implements Host {
        private final Host host;

        Slow(Host host) {
            this.host = host;
        }

        @Override
        public String name() {
            return host.name();
        }

        @Override
        public Outcome run(Command command) {
            ticker.advance(Duration.ofSeconds(10));
            return host.run(command);
        }

        @Override
        public Outcome stream(Command command, OutputStream out) {
            return host.stream(command, out);
        }

        @Override
        public Watch watch(Command command, Consumer<String> line) {
            return host.watch(command, line);
        }

        @Override
        public void write(String path, byte[] content, String owner, int mode) {
            host.write(path, content, owner, mode);
        }
    }
}
