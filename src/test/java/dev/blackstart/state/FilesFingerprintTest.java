package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.state.Fingerprint.Thing;
import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import dev.blackstart.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How a tree is read that is strange, large, in use, or on a machine that lacks something. */
@Tag(RealTools.TAG)
@EnabledIfSystemProperty(named = "user.name", matches = "root", disabledReason = "only root gives files away")
class FilesFingerprintTest {
    private static final String MARK = "blackstart-1f2e3d";

    @TempDir
    private Path directory;

    @TempDir
    private Path tools;

    private Tree tree;
    private ThisMachine host;

    @BeforeEach
    void here() {
        tree = new Tree(directory);
        host = new ThisMachine(tools);
    }

    @Test
    void strange_names_are_told_apart_and_shown_on_one_line() {
        tree.bash("""
                touch $'a\\nb' 'a\\nb' 'a b' ' a' -- -rf "it's" '"' $'\\xff' $'\\xfe' ü $'u\\u0308' $'\\u202etxt.exe' $'\\x1b[31m' $'a\\tb' 'a|b' '$(x)' '*' '\\xff'
                ln -s $'to\\nnowhere' link
                mkdir $'d\\n'
                touch $'d\\n/e'
                """);

        assertThat(names(read()))
                .containsExactlyInAnyOrder(
                        ".",
                        "a\\nb",
                        "a\\\\nb",
                        "a b",
                        " a",
                        "-rf",
                        "it's",
                        "\"",
                        "\\xff",
                        "\\xfe",
                        "ü",
                        "u\\u0308",
                        "\\u202etxt.exe",
                        "\\x1b[31m",
                        "a\\tb",
                        "a|b",
                        "$(x)",
                        "*",
                        "\\\\xff",
                        "link",
                        "d\\n",
                        "d\\n/e");
        assertThat(content(read(), "link").held()).isEqualTo("to\\nnowhere");
    }

    @Test
    void digests_are_those_of_the_whole_content_whatever_its_size() throws Exception {
        tree.bash("""
                : >empty
                for size in 1 16383 16384 16385 65536 5000001; do head -c $size /dev/urandom >$size; done
                """);

        Fingerprint read = read();

        for (String name : List.of("empty", "1", "16383", "16384", "16385", "65536", "5000001")) {
            assertThat(content(read, name).held()).isEqualTo(digest(directory.resolve(name)));
        }
    }

    @Test
    void what_is_left_out_is_said_as_in_a_gitignore() {
        tree.bash("""
                mkdir -p cache/deep a/cache a/b/c logs keep/cache 'x[1]'
                touch one.tmp a/two.tmp a/b/c/three.tmp cache/deep/f a/cache/f a/b/c/d.log logs/e.log keep/cache/f 'x[1]/f' keep/.hidden
                touch a/b/build a/build
                """);
        tree.bash("mkdir a/b/c/build; touch a/b/c/build/f");

        assertThat(names(read("*.tmp")))
                .noneMatch(name -> name.endsWith(".tmp"))
                .contains("a/b/c/d.log");
        assertThat(names(read("/cache")))
                .doesNotContain("cache", "cache/deep/f")
                .contains("a/cache/f", "keep/cache/f");
        assertThat(names(read("cache/"))).noneMatch(name -> name.contains("cache"));
        assertThat(names(read("build/")))
                .contains("a/b/build", "a/build")
                .doesNotContain("a/b/c/build", "a/b/c/build/f");
        assertThat(names(read("a/*/c"))).doesNotContain("a/b/c", "a/b/c/d.log").contains("a/b", "a/build");
        assertThat(names(read("a/**/*.log"))).doesNotContain("a/b/c/d.log").contains("logs/e.log");
        assertThat(names(read("**/c/*.tmp"))).doesNotContain("a/b/c/three.tmp").contains("a/two.tmp");
        assertThat(names(read("a/**"))).contains("a").doesNotContain("a/b", "a/two.tmp");
        assertThat(names(read("a/?"))).doesNotContain("a/b").contains("a/build");
        assertThat(names(read("/[k-l]*/*")))
                .doesNotContain("logs/e.log", "keep/cache", "keep/.hidden")
                .contains("keep", "a/b");
        assertThat(names(read("/[!k-l]*/*"))).contains("logs/e.log").doesNotContain("a/b");
        assertThat(names(read("x\\[1]/f"))).doesNotContain("x[1]/f").contains("x[1]");
        assertThat(names(read("*"))).containsExactly(".");
        assertThat(names(read("ONE.TMP", "a.b"))).contains("one.tmp", "a/b");
    }

    @Test
    void what_is_left_out_may_lie_where_nobody_can_read_it() {
        tree.bash("touch keep; mkdir cache");
        tool("find", "printf 'f0./keep\\0'");

        assertThat(names(read())).containsExactly(".", "keep");
    }

    @Test
    void what_vanishes_before_it_is_read_is_no_error_and_not_new_later() {
        tree.bash("touch stays");
        tool("find", "printf 'f0./stays\\0f0./session\\0'");
        Fingerprint before = read();
        assertThat(before.things()).containsKey(new Thing(FilesFingerprint.GONE, "session"));

        tree.bash("touch session");

        assertThat(state().differences(before, read())).isEmpty();
    }

    @Test
    void what_changes_while_it_is_read_has_only_to_be_there_and_belong_to_whom_it_did() {
        tree.bash("head -c 100000 /dev/zero >log");
        tool("openssl", "touch -d '1 hour ago' log; exec " + which("openssl") + " \"$@\"");
        Fingerprint before = read();
        assertThat(content(before, "log").changing()).isTrue();

        assertThat(after(before, "echo more >log")).isEmpty();
        assertThat(after(before, "chmod 600 log")).containsExactly("mode was 0644, is 0600");
        assertThat(after(before, "rm log")).containsExactly("is missing");
    }

    @Test
    void what_nobody_can_read_is_an_error_before_and_a_difference_afterwards() {
        FilesState memory = new FilesState("/proc/" + ProcessHandle.current().pid() + "/mem", List.of());

        assertThatThrownBy(() -> memory.fingerprint(host, MARK))
                .isInstanceOf(StateException.class)
                .hasMessageContaining("cannot be read")
                .extracting(fault -> ((StateException) fault).detail())
                .isEqualTo("Input/output error");
        Fingerprint after = memory.remains(host, MARK);
        assertThat(memory.differences(after, after))
                .extracting(Difference::what)
                .containsExactly("cannot be read: Input/output error");
    }

    @Test
    void a_path_that_is_not_there_is_an_error_before_and_missing_afterwards() {
        tree.bash("mkdir up; touch up/a up/b");
        FilesState up = new FilesState(directory + "/up", List.of());
        Fingerprint before = up.fingerprint(host, MARK);
        tree.bash("rm -r up");

        assertThatThrownBy(() -> up.fingerprint(host, MARK))
                .isInstanceOf(StateException.class)
                .hasMessage("there is no %s/up on db", directory);
        assertThat(up.told(up.differences(before, up.remains(host, MARK))))
                .containsExactly(new Difference(directory + "/up", "is missing, with 2 files in it"));
    }

    @Test
    void a_single_file_and_a_link_to_a_directory_are_trees_too() {
        tree.bash("mkdir up; echo x >up/a; ln -s up link; ln -s up/a file");

        assertThat(names(new FilesState(directory + "/up/a", List.of()).fingerprint(host, MARK)))
                .containsExactly(".");
        assertThat(content(new FilesState(directory + "/file", List.of()).fingerprint(host, MARK), ".")
                        .type())
                .isEqualTo('f');
        assertThat(names(new FilesState(directory + "/link", List.of()).fingerprint(host, MARK)))
                .containsExactly(".", "a");
    }

    @Test
    void a_minimal_Debian_has_all_that_is_needed() throws IOException {
        tree.bash("echo small >small; head -c 100000 /dev/urandom >large; echo 'of " + MARK
                + "' >marked; setfacl -m u:www-data:r small");
        Fingerprint usual = read();
        for (String name : List.of("find", "sha256sum", "nproc", "sh")) {
            Files.createSymbolicLink(tools.resolve(name), Path.of(which(name)));
        }
        Files.createDirectory(tools.resolve("Digest"));
        Files.writeString(tools.resolve("Digest/SHA.pm"), "die 'perl-base has none';");
        host.tool("perl", "PATH=%s PERL5OPT=-I%s exec %s \"$@\"".formatted(tools, tools, which("perl")));

        assertThat(read()).isEqualTo(usual);
        assertThat(names(usual)).doesNotContain("marked");
    }

    @Test
    void a_list_that_is_not_whole_is_an_error_before_and_a_difference_afterwards() {
        tree.bash("touch a");
        tool("find", "printf 'f0./a\\0'; echo \"find: './b': Input/output error\" >&2; exit 1");

        assertThatThrownBy(this::read)
                .isInstanceOf(StateException.class)
                .extracting(fault -> ((StateException) fault).detail())
                .isEqualTo("the list of its paths: find: './b': Input/output error");
        Fingerprint after = state().remains(host, MARK);
        assertThat(state().differences(after, after))
                .containsExactly(new Difference(
                        directory.toString(), "the list of its paths cannot be read: find: './b': Input/output error"));
    }

    @Test
    void whoever_is_killed_in_the_middle_has_not_looked_at_all() {
        tree.bash("head -c 100000 /dev/zero >large");
        tool("openssl", "kill -9 $PPID");

        assertThatThrownBy(this::read).isInstanceOf(StateException.class);
        assertThatThrownBy(() -> state().remains(host, MARK)).isInstanceOf(StateException.class);
    }

    @Test
    void attributes_that_cannot_be_read_are_never_taken_for_none() {
        host.tool(
                "perl",
                "printf 'd\\0.\\0000755\\0root\\0root\\0000\\0\\0000\\0\\0!Operation not permitted\\nlisted\\0001\\nend\\n'");

        assertThatThrownBy(this::read)
                .isInstanceOf(StateException.class)
                .extracting(fault -> ((StateException) fault).detail())
                .isEqualTo("extended attributes: Operation not permitted");
        Fingerprint after = state().remains(host, MARK);
        assertThat(state().differences(after, after))
                .containsExactly(new Difference(
                        directory.toString(), "extended attributes cannot be read: Operation not permitted"));
    }

    @Test
    void paths_that_nobody_looked_at_are_counted() {
        host.tool("perl", "printf 'd\\0.\\0000755\\0root\\0root\\0000\\0\\0000\\0\\0\\nlisted\\0002\\nend\\n'");

        assertThatThrownBy(() -> state().remains(host, MARK))
                .isInstanceOf(StateException.class)
                .extracting(fault -> ((StateException) fault).detail())
                .isEqualTo("of 2 paths 1 were looked at");
    }

    @Test
    void five_thousand_files_are_read_in_little_memory_and_told_of_in_a_few_lines() {
        tree.bash(
                "for d in $(seq 50); do mkdir $d; for f in $(seq 100); do echo $d $f >$d/$f; done; done; head -c 300000000 /dev/zero >large");
        host.tool("perl", "ulimit -v 100000; exec %s \"$@\"".formatted(which("perl")));
        Fingerprint before = read();
        assertThat(state().counts(before)).containsAllEntriesOf(Map.of("files", 5001L, "directories", 51L));

        List<String> said = after(before, "chown -R www-data .");

        assertThat(said).hasSize(11).last().isEqualTo("5,042 more paths in it: owner was root, is www-data");
    }

    private FilesState state(String... except) {
        return new FilesState(directory.toString(), List.of(except));
    }

    private Fingerprint read(String... except) {
        return state(except).fingerprint(host, MARK);
    }

    private List<String> after(Fingerprint before, String change) {
        tree.bash(change);
        return state().told(state().differences(before, state().remains(host, MARK))).stream()
                .map(Difference::what)
                .toList();
    }

    private static List<String> names(Fingerprint print) {
        return List.copyOf(print.of(FileContent.SORT).keySet());
    }

    private static FileContent content(Fingerprint print, String name) {
        return FileContent.of(Objects.requireNonNull(print.of(FileContent.SORT).get(name)));
    }

    private String digest(Path file) {
        String hex = tree.bash("sha256sum <" + file).substring(0, 64);
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(hex));
    }

    /** One that the script finds before the real one. */
    private void tool(String name, String script) {
        host.tool(name, script);
        host.tool("perl", "PATH=%s:$PATH exec %s \"$@\"".formatted(tools, which("perl")));
    }

    private String which(String name) {
        return tree.bash("command -v " + name).strip();
    }
}
