package dev.blackstart.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.RealTools;
import dev.blackstart.testing.ThisMachine;
import dev.blackstart.testing.Tree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an application writes, makes and removes by itself in a real tree hides nothing else. */
@Tag(RealTools.TAG)
class FilesThatLiveTest {
    private static final String MARK = "blackstart-1f2e3d";

    @TempDir
    private Path directory;

    @TempDir
    private Path tools;

    private Tree tree;
    private FilesState state;

    @BeforeEach
    void application() {
        tree = new Tree(directory);
        state = new FilesState(directory.toString(), List.of());
        tree.bash("""
                mkdir -p sessions uploads/a
                for n in $(seq 40); do echo $n >sessions/$n; echo $n >uploads/a/$n; done
                echo one >log
                echo stays >settings
                """);
    }

    @Test
    void a_file_that_grows_by_itself_has_to_be_there_and_to_belong_to_whom_it_did() {
        Living living = between("echo two >>log");

        assertThat(living.parts()).extracting(Living.Mover::name).containsExactly("log");
        assertThat(after(living, "echo another >log")).isEmpty();
        assertThat(after(living, "chmod 600 log")).containsExactly("/log mode was 0644, is 0600");
        assertThat(after(living, "echo other >settings; rm log"))
                .containsExactlyInAnyOrder("/settings content differs, same size", "/log is missing");
    }

    @Test
    void where_files_come_by_themselves_the_earlier_ones_have_to_stay() {
        Living living = between("echo new >uploads/a/41");

        assertThat(after(living, "rm uploads/a/41; echo new >uploads/a/42; mkdir uploads/a/b; echo >uploads/a/b/c"))
                .isEmpty();
        assertThat(after(living, "echo new >uploads/elsewhere"))
                .containsExactly("/uploads/elsewhere was not there before (no data is lost)");
        assertThat(after(living, "rm uploads/a/7 uploads/elsewhere")).containsExactly("/uploads/a/7 is missing");
    }

    @Test
    void where_files_come_and_go_half_of_them_have_to_be_there() {
        Living living = between("rm sessions/1 sessions/2; echo new >sessions/43");

        assertThat(after(living, "rm sessions/3; echo new >sessions/44")).isEmpty();
        assertThat(after(living, "chmod 666 sessions/4")).containsExactly("/sessions/4 mode was 0644, is 0666");
        assertThat(after(living, "rm sessions/[4-9] sessions/[1-3]?"))
                .containsExactly("/sessions had at least 39 paths in it, has 3");
        assertThat(after(living, "rm -r sessions")).contains("/sessions is missing");
    }

    @Test
    void a_file_that_changes_where_files_go_may_go_too() {
        Living living = between("rm sessions/1; echo again >>sessions/2");

        assertThat(after(living, "rm sessions/2")).isEmpty();
    }

    @Test
    void what_is_declared_to_live_need_not_have_moved() {
        Fingerprint first = read();
        Living living = Living.between(state, first, first, List.of("sessions/*", "log"));

        assertThat(after(living, "rm sessions/3; echo new >sessions/44; echo x >sessions/5; echo x >log"))
                .isEmpty();
        assertThat(after(living, "rm uploads/a/3")).containsExactly("/uploads/a/3 is missing");
    }

    private Living between(String change) {
        Fingerprint first = read();
        tree.bash(change);
        return Living.between(state, first, read(), List.of());
    }

    private Fingerprint read() {
        return state.fingerprint(new ThisMachine(tools), MARK);
    }

    private List<String> after(Living living, String change) {
        tree.bash(change);
        return state.told(living.differences(state.remains(new ThisMachine(tools), MARK))).stream()
                .map(one -> (one.object() + " " + one.what()).replace(directory.toString(), ""))
                .toList();
    }
}
