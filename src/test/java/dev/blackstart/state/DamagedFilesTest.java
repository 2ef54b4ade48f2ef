package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.kind.Parameters;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import dev.blackstart.testing.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each damage to files is done to real ones, says what it did, and is what the comparison says. */
@Tag(RealTools.TAG)
@EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root gives files away")
class DamagedFilesTest {
    private static final String MARK = "blackstart-1f2e3d";

    @TempDir
    private Path directory;

    @TempDir
    private Path tools;

    private Tree tree;
    private FilesState state;

    @BeforeEach
    void files() throws Exception {
        tree = new Tree(Files.createDirectory(directory.resolve("up")));
        state = new FilesState(tree.path().toString(), List.of("cache/"));
        tree.bash("""
                mkdir -p a/b c cache
                for n in 1 2 3; do echo "file $n" >a/$n; echo "another file $n" >a/b/$n; done
                echo same >c/same
                echo same >c/alike
                head -c 3000000 /dev/urandom >c/large
                ln -s ../a/1 c/link
                : >c/empty
                echo cached >cache/x
                echo of the workload >%s-7
                chown -R www-data:www-data a
                chmod 640 a/1
                chmod 600 a/2
                """.formatted(MARK));
    }

    @Test
    void a_tree_is_deleted() {
        assertThat(damaged(new DeletedTree(Optional.of("a"))))
                .containsExactly(
                        "UP/a deleted, with 6 files of 66 bytes: looked for, and gone",
                        "/a is missing, with 6 files in it");
    }

    @Test
    void everything_is_deleted_and_the_directory_stays() {
        assertThat(damaged(new DeletedTree(Optional.of("."))).get(0))
                .isEqualTo("everything in UP deleted, with 13 files of 3,000,099 bytes: looked for, and gone");
        assertThat(tree.path()).isEmptyDirectory();
    }

    @Test
    void a_file_is_cut_in_half() {
        assertThat(damaged(new TruncatedFile(Optional.of("c/large"))))
                .containsExactly(
                        "UP/c/large cut: it had 3,000,000 bytes and has 1,500,000",
                        "/c/large content differs, 1,500,000 bytes shorter");
    }

    @Test
    void a_tree_is_given_to_root() {
        assertThat(damaged(new ChangedOwner(Optional.of("a/b"))))
                .containsExactly(
                        "4 paths in UP/a/b given to root, at last UP/a/b, which was of www-data: each was looked at again",
                        "/a/b owner was www-data, is root",
                        "/a/b/1 owner was www-data, is root",
                        "/a/b/2 owner was www-data, is root",
                        "/a/b/3 owner was www-data, is root");
    }

    @Test
    void what_is_of_root_is_given_to_nobody_and_links_are_not_followed() {
        assertThat(damaged(new ChangedOwner(Optional.of("c"))))
                .contains("/c/link owner was root, is nobody")
                .noneMatch(said -> said.startsWith("/a"));
    }

    @Test
    void modes_are_changed() {
        assertThat(damaged(new ChangedMode(Optional.of("a"))))
                .contains("/a/1 mode was 0640, is 0600", "/a/2 mode was 0600, is 0666", "/a mode was 0755, is 0700")
                .first()
                .isEqualTo(
                        "the modes of 8 paths in UP/a changed, at last of UP/a: it was 0755 and is 0700; each was looked at again");
    }

    @Test
    void files_are_encrypted_in_place_and_keep_their_sizes() throws Exception {
        byte[] plain = Files.readAllBytes(tree.path().resolve("c/large"));

        assertThat(damaged(new RansomedFiles(Optional.of("c"), "")))
                .containsExactly(
                        "3 files in UP/c encrypted in place, 3,000,010 bytes, at last UP/c/same: each was read again, and the key"
                                + " is nowhere",
                        "/c/alike content differs, same size",
                        "/c/large content differs, same size",
                        "/c/same content differs, same size");

        byte[] cipher = Files.readAllBytes(tree.path().resolve("c/large"));
        int same = 0;
        for (int at = 0; at < plain.length; at++) {
            same += plain[at] == cipher[at] ? 1 : 0;
        }
        assertThat(same).isBetween(plain.length / 300, plain.length / 200); // one in 256, by chance
    }

    @Test
    void encrypted_files_can_have_another_name() {
        assertThat(damaged(new RansomedFiles(Optional.of("a/b"), ".locked")))
                .contains("/a/b/1 is missing", "/a/b/1.locked was not there before (no data is lost)");
    }

    @Test
    void two_files_have_each_other_s_content() throws Exception {
        String large = tree.bash("sha256sum <c/large");

        List<String> said = damaged(new SwappedContents(Optional.of("c/large")));

        assertThat(said).hasSize(3).contains("/c/large content differs, " + shorter(said.get(0)));
        assertThat(tree.bash("sha256sum $(find . -size 3000000c) | cut -c 1-64").strip())
                .isEqualTo(large.substring(0, 64));
        assertThat(tree.bash("stat -c %a:%U c/large").strip()).isEqualTo("644:root");
    }

    private static String shorter(String said) {
        long other = Long.parseLong(said.replaceAll(".* and .*\\(([\\d,]+) bytes?\\) swapped.*", "$1"));
        return "%,d bytes shorter".formatted(3_000_000 - other);
    }

    @Test
    void contents_that_are_alike_are_not_swapped() {
        tree.bash("rm -r a c/large cache");

        assertThatThrownBy(() -> damaged(new SwappedContents(Optional.empty())))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("no other file holds anything else");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deleted-tree",
                "truncated-file",
                "changed-owner",
                "changed-mode",
                "ransomed-files",
                "swapped-contents"
            })
    void chance_finds_what_is_compared_and_a_seed_repeats_it(String word) {
        tree.bash("cp -a . ../copy");
        Damage damage = Damage.KINDS.read(word, Parameters.none()).orElseThrow();
        String said = strike(damage, 3).what();
        assertThat(differences()).isNotEmpty();

        tree.bash("find . -mindepth 1 -delete; cp -a ../copy/. .");
        assertThat(strike(damage, 3).what()).isEqualTo(said);

        for (int seed = 10; seed < 30; seed++) {
            tree.bash("find . -mindepth 1 -delete; cp -a ../copy/. .");
            String other = strike(damage, seed).what();
            assertThat(other).doesNotContain("cache", MARK);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deleted-tree",
                "truncated-file",
                "changed-owner",
                "changed-mode",
                "ransomed-files",
                "swapped-contents"
            })
    void what_is_not_there_is_not_damaged(String word) {
        Damage damage = Damage.KINDS
                .read(word, key -> key.equals("path") ? Optional.of("nowhere") : Optional.empty())
                .orElseThrow();

        assertThatThrownBy(() -> strike(damage, 1))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining("No such file or directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted-tree", "truncated-file", "changed-owner", "changed-mode", "ransomed-files"})
    void a_single_file_is_damaged_too(String word) {
        state = new FilesState(tree.path() + "/a/1", List.of());
        Fingerprint before = look();

        strike(Damage.KINDS.read(word, Parameters.none()).orElseThrow(), 1);

        assertThat(state.differences(before, look())).isNotEmpty();
    }

    /** What the damage said, with UP for where it was, and what the comparison says. */
    private List<String> damaged(Damage damage) {
        Fingerprint before = look();
        String said = strike(damage, 1).what();
        assertThat(said).startsWith("db: ");
        List<String> all =
                new ArrayList<>(List.of(said.substring(4).replace(tree.path().toString(), "UP")));
        state.told(state.differences(before, look()))
                .forEach(one -> all.add(
                        (one.object() + " " + one.what()).replace(tree.path().toString(), "")));
        return all;
    }

    private List<Difference> differences() {
        Fingerprint now = look();
        tree.bash("mv ../up ../damaged; cp -a ../copy ../up");
        List<Difference> differences = state.differences(look(), now);
        tree.bash("rm -r ../up; mv ../damaged ../up");
        return differences;
    }

    private Damage.Seen strike(Damage damage, long seed) {
        assertThat(damage.takes(state)).isTrue();
        return damage.carryOut(
                new Damage.Target(new ThisMachine(tools), state, MARK, new Random(seed), new FakeTicker()));
    }

    private Fingerprint look() {
        return state.remains(new ThisMachine(tools), MARK);
    }
}
