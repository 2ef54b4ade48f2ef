package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import dev.blackstart.testing.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real tree, changed in every way in which files can be others, and in those in which they stay what they are. */
@Tag(RealTools.TAG)
@EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root gives files away")
class FilesThatDifferTest {
    private static final String MARK = "blackstart-1f2e3d";

    @TempDir
    private Path directory;

    @TempDir
    private Path tools;

    private Tree tree;

    @BeforeEach
    void files() throws Exception {
        tree = new Tree(Files.createDirectory(directory.resolve("up")));
        tree.bash("""
                mkdir -p 2024/may 2025 empty
                echo one >2024/may/one.txt
                echo two >2024/may/two.txt
                head -c 100000 /dev/zero >2024/large.bin
                echo three >2025/three.txt
                ln -s ../2024/large.bin 2025/link
                ln 2025/three.txt 2025/again.txt
                chown www-data:www-data 2025/three.txt
                chmod 640 2025/three.txt
                mkfifo pipe
                mknod device c 1 3
                setfattr -n user.origin -v phone 2024/may/one.txt
                setfacl -m u:www-data:r 2024/may/two.txt
                cp 2024/may/one.txt tool
                setcap cap_net_bind_service=ep tool
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rm 2024/may/one.txt                          | /2024/may/one.txt is missing
            rm -r 2024                                   | /2024 is missing, with 3 files in it
            rmdir empty                                  | /empty is missing
            rm 2024/may/*                                | /2024/may/one.txt is missing, /2024/may/two.txt is missing
            echo new >new                                | /new was not there before (no data is lost)
            mkdir -p a/b && echo >a/b/c && echo >a/d     | /a was not there before, with 2 files in it (no data is lost)
            echo ONE >2024/may/one.txt                   | /2024/may/one.txt content differs, same size
            echo on >2024/may/one.txt                    | /2024/may/one.txt content differs, 1 byte shorter
            : >2024/may/one.txt                          | /2024/may/one.txt content differs, 4 bytes shorter
            echo more >>2024/large.bin                   | /2024/large.bin content differs, 5 bytes longer
            truncate -s 90000 2024/large.bin             | /2024/large.bin content differs, 10,000 bytes shorter
            chown root 2025/three.txt                    | /2025/again.txt owner was www-data, is root, /2025/three.txt owner was www-data, is root
            chgrp adm 2025                               | /2025 group was root, is adm
            chown 54321:54322 empty                      | /empty owner was root, is 54321, which has no name; group was root, is 54322, which has no name
            chmod 600 2024/may/one.txt                   | /2024/may/one.txt mode was 0644, is 0600
            chmod 4755 2024/may/one.txt                  | /2024/may/one.txt mode was 0644, is 4755
            chmod 2775 .                                 | ' mode was 0755, is 2775'
            chown -h www-data 2025/link                  | /2025/link owner was root, is www-data
            ln -sfn /tmp 2025/link                       | /2025/link pointed to ../2024/large.bin, points to /tmp
            rm 2025/link; mkdir 2025/link                | /2025/link was a symbolic link, is a directory
            rm -r 2024; ln -s 2025 2024                  | '/2024 was a directory, is a symbolic link, with 3 files in it'
            rm 2025/link; cp 2024/large.bin 2025/link    | /2025/link was a symbolic link, is a file
            rm device; mknod device c 1 5                | '/device was device 1,3, is device 1,5'
            rm device; mknod device b 1 3                | /device was a character device, is a block device
            rm pipe; echo >pipe                          | /pipe was a named pipe, is a file
            setfattr -x user.origin 2024/may/one.txt     | /2024/may/one.txt extended attribute user.origin is missing
            setfattr -n user.origin -v x 2024/may/one.txt | /2024/may/one.txt extended attribute user.origin differs
            setfattr -n user.b -v '' 2024                | /2024 extended attribute user.b was not there before
            setcap -r tool                               | /tool what it may do beyond its user (capabilities) is missing
            setfacl -d -m u:www-data:rwx 2025            | '/2025 access list for what is made in it was none, is group::r-x,mask::rwx,other::r-x,user::rwx,user:www-data:rwx'
            setfacl -b 2024/may/two.txt                  | '/2024/may/two.txt access list was group::r--,mask::r--,other::r--,user::rw-,user:www-data:r--, is none'
            cp -p 2025/three.txt x; mv x 2025/again.txt  | '/2025/again.txt and 1 more were one file (hard links), and are several (no data is lost)'
            mv 2024/large.bin big; cp --preserve=mode,timestamps big 2024/large.bin; rm big; chmod 600 tool | /tool mode was 0644, is 0600
            rm tool; ln 2024/may/one.txt tool            | '/tool what it may do beyond its user (capabilities) is missing; extended attribute user.origin was not there before, /2024/may/one.txt and 1 more were several files, and are one (hard links): what is written to one changes all'
            """)
    void what_changed_is_named_by_path_and_in_words(String change, String said) {
        assertThat(String.join(", ", differences(change))).isEqualTo(said);
    }

    private List<String> differences(String change) {
        FilesState state = new FilesState(tree.path().toString(), List.of());
        ThisMachine host = new ThisMachine(tools);
        Fingerprint before = state.fingerprint(host, MARK);
        assertThat(state.differences(before, state.fingerprint(host, MARK))).isEmpty();
        tree.bash(change);
        return state.told(state.differences(before, state.remains(host, MARK))).stream()
                .map(one -> one.object().substring(tree.path().toString().length()) + " " + one.what())
                .toList();
    }
}
