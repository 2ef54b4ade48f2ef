package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import dev.blackstart.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A good restore by the tools that people restore with, and whatever changes by itself, is no difference. */
@Tag(RealTools.TAG)
@EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root gives files away")
class FilesThatStayTheSameTest {
    private static final String MARK = "blackstart-1f2e3d";

    @TempDir
    private Path directory;

    @TempDir
    private Path tools;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tar -C up --xattrs --xattrs-include='*' --acls -cf up.tar . && rm -r up && mkdir up"
                        + " && tar -C up --xattrs --xattrs-include='*' --acls -xpf up.tar",
                "rsync -aAXH up/ back && rm -r up && mv back up",
                "rsync -aAXH --sparse up/ back && rm -r up && mv back up",
                "cp -a up back && rm -r up && mv back up",
                "find up -exec touch -h -d 2001-01-01 {} +",
                "find up -type f -exec cat {} + >/dev/null",
                "mkdir up/lost+found && chmod 700 up/lost+found",
                "mkfifo x && rm x && perl -MSocket -e 'socket S, AF_UNIX, SOCK_STREAM, 0; bind S, pack_sockaddr_un(\"up/socket\") or die'",
                "for n in $(seq 50); do echo >up/2024/later$n; done && rm up/2024/later*",
                "echo 'an order of blackstart-1f2e3d-17' >up/2024/order.txt",
                "mkdir up/2024/blackstart-1f2e3d-18 && echo x >up/2024/blackstart-1f2e3d-18/upload",
                "ln up/2024/one.txt elsewhere",
                "fallocate --dig-holes up/2024/large.bin",
            })
    void nothing_is_said_of(String script) {
        Tree tree = new Tree(directory);
        tree.bash("""
                mkdir -p up/2024/may up/empty
                cd up
                echo one >2024/one.txt
                echo two >2024/may/$'two\\nlines'
                echo three >$'2024/may/\\xff\\xfe'
                echo four >./-rf
                head -c 1000000 /dev/zero >2024/large.bin
                head -c 30000 /dev/urandom >2024/random.bin
                ln 2024/large.bin 2024/may/same.bin
                ln -s nowhere link
                chown -h www-data link
                mkfifo pipe
                mknod device c 1 3
                mkdir uploads
                chown www-data:www-data 2024/one.txt uploads
                chown 54321:54322 empty
                chmod 2775 uploads
                setfattr -n user.origin -v phone 2024/one.txt
                setfacl -m u:www-data:rw 2024/one.txt
                setfacl -d -m g:www-data:rwx uploads
                cp 2024/one.txt tool
                chmod 4755 tool
                cp 2024/one.txt capable
                setcap cap_net_bind_service=ep capable
                chmod 700 .
                """);
        FilesState state = new FilesState(directory.resolve("up").toString(), List.of());
        ThisMachine host = new ThisMachine(tools);
        Fingerprint before = state.fingerprint(host, MARK);
        assertThat(state.counts(before)).containsEntry("files", 12L).containsEntry("directories", 5L);

        tree.bash(script);

        assertThat(state.told(state.differences(before, state.remains(host, MARK))))
                .isEmpty();
    }
}
