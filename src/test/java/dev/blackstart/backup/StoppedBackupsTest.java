package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that nobody makes any more, or that are no longer let in. */
class StoppedBackupsTest {
    @TempDir
    private Path directory;

    private Path keys;

    @BeforeEach
    void keep() throws IOException {
        keys = Files.write(
                directory.resolve("authorized_keys"),
                List.of("ssh-ed25519 AAAA admin", "restrict ssh-ed25519 BBBB db"));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r-----"));
    }

    @Test
    void a_key_is_taken_out_and_the_others_stay_with_their_file_as_it_was() throws IOException {
        assertThat(refuse("BBBB")).isEqualTo("db: 1 key taken out of %s, and gone", keys);

        assertThat(keys).content().isEqualTo("ssh-ed25519 AAAA admin\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void a_key_that_is_the_only_one_is_taken_out_too() throws IOException {
        assertThat(refuse("ssh-ed25519")).startsWith("db: 2 keys taken out");

        assertThat(keys).content().isBlank();
    }

    @Test
    void a_key_that_was_never_let_in_cannot_be_taken_out() throws IOException {
        assertThatThrownBy(() -> refuse("CCCC"))
                .isInstanceOf(BackupException.class)
                .hasMessage("no key that holds \"CCCC\" could be taken out of db:%s: there is none", keys);
        assertThat(keys).content().hasLineCount(2);
    }

    @Test
    void a_timer_is_stopped_where_systemd_says_so() {
        assertThat(stop("echo 'inactive disabled'"))
                .isEqualTo("db: backup.timer stopped, and is inactive and disabled");
        assertThatThrownBy(() -> stop("echo 'inactive static'"))
                .hasMessage("backup.timer could not be stopped on db: it is inactive static");
        assertThatThrownBy(() -> stop("echo 'Unit file backup.timer does not exist.' >&2; exit 1"))
                .hasMessage("backup.timer could not be stopped on db: Unit file backup.timer does not exist.");
    }

    private String refuse(String holding) {
        return new RefusedKey(keys.toString(), holding)
                .carryOut(target(new ThisMachine(directory)))
                .what();
    }

    private String stop(String says) {
        return new StoppedTimer("db", "backup.timer")
                .carryOut(target(new ThisMachine(directory).tool("sh", says)))
                .what();
    }

    private static BackupDamage.Target target(ThisMachine host) {
        BackupSource source = BackupSource.KINDS
                .read("directory", key -> Optional.of("/srv/backups"))
                .orElseThrow();
        return new BackupDamage.Target(host, host, source, new Random(1), new FakeTicker());
    }
}
