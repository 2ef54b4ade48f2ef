package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.run.Leases.Dead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {
    @TempDir
    Path directory;

    private final List<Dead> taken = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void letGo() {
        taken.forEach(Dead::close);
    }

    @Test
    void a_run_whose_lease_is_held_is_alive() throws Exception {
        try (Leases.Lease held = leases().acquire("run-1", directory.resolve("reports"))) {
            assertThat(held).isNotNull();
            assertThat(dead()).isEmpty();
        }
    }

    @Test
    void a_lease_that_nobody_holds_is_of_a_dead_run() throws Exception {
        Files.writeString(directory.resolve("run-2"), "/somewhere/reports/run-2");

        assertThat(dead()).extracting(Dead::run).containsExactly("run-2");
        assertThat(taken).extracting(Dead::reports).containsExactly(Optional.of(Path.of("/somewhere/reports/run-2")));
        assertThat(taken).extracting(Dead::kept).containsExactly(false);
    }

    @Test
    void a_run_without_a_lease_is_somebody_elses_and_not_known_to_be_dead() {
        assertThat(dead()).isEmpty();
    }

    @Test
    void a_run_that_was_kept_is_told_apart_from_a_killed_one() throws Exception {
        try (Leases.Lease held = leases().acquire("run-4", directory.resolve("reports"))) {
            held.keep();
        }

        assertThat(leases().takeOver(Leases.KILLED, said::add)).isEmpty();
        assertThat(dead()).extracting(Dead::kept).containsExactly(true);
    }

    @Test
    void a_run_that_ended_leaves_no_lease() throws Exception {
        try (Leases.Lease held = leases().acquire("run-5", directory.resolve("reports"))) {
            held.end();
        }

        assertThat(dead()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_run_that_could_not_end_in_good_order_is_dead_once_it_lets_its_lease_go() throws Exception {
        leases().acquire("run-6", directory.resolve("reports/run-6")).close();

        assertThat(dead()).extracting(Dead::reports).containsExactly(Optional.of(directory.resolve("reports/run-6")));
    }

    @Test
    void whoever_looks_for_dead_runs_never_lets_go_the_lease_of_a_run_in_the_same_process() throws Exception {
        try (Leases.Lease held = leases().acquire("run-7", directory.resolve("reports"))) {
            assertThat(held).isNotNull();
            assertThat(dead()).isEmpty();

            assertThat(locked("run-7")).isTrue();
        }
    }

    @Test
    void a_lease_that_is_not_locked_yet_is_nobodys() throws Exception {
        Files.writeString(directory.resolve("run-8.unborn"), "");

        assertThat(dead()).isEmpty();
    }

    @Test
    void a_run_of_a_drill_in_a_hidden_file_is_dead_like_any_other() throws Exception {
        leases().acquire(".x-20260314-020000-k3f9", directory.resolve("reports"))
                .close();

        assertThat(dead()).extracting(Dead::run).containsExactly(".x-20260314-020000-k3f9");
    }

    @Test
    void a_dead_run_is_taken_over_by_one_command_only_until_that_lets_it_go() throws Exception {
        Files.writeString(directory.resolve("run-9"), "/somewhere");

        assertThat(dead()).hasSize(1);
        assertThat(locked("run-9")).isTrue();
        assertThat(leases().takeOver(Leases.KILLED, said::add)).isEmpty();

        letGo();
        assertThat(dead()).hasSize(1);
    }

    @Test
    void a_lease_that_goes_away_while_somebody_looks_is_no_fault() throws Exception {
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            for (int run = 0; run < 300; run++) {
                comeAndGo("run-" + run);
            }
        });
        while (!others.isDone()) {
            leases().takeOver(Leases.KILLED, said::add).forEach(Dead::close);
        }

        others.get();
        assertThat(said).isEmpty();
    }

    @Test
    void a_lease_that_cannot_be_read_is_said_and_hides_no_other() throws Exception {
        Files.createSymbolicLink(directory.resolve("odd"), Files.createDirectory(directory.resolve("elsewhere")));
        Files.write(directory.resolve("run-10"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.writeString(directory.resolve("run-11"), "");

        assertThat(dead()).extracting(Dead::reports).containsExactly(Optional.empty(), Optional.empty());
    }

    private void comeAndGo(String run) {
        try {
            Files.writeString(directory.resolve(run), "/somewhere");
            Files.delete(directory.resolve(run));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Asks the system, which knows who holds what. */
    private boolean locked(String run) throws IOException {
        Object inode = Files.getAttribute(directory.resolve(run), "unix:ino");
        return Files.readString(Path.of("/proc/locks")).contains(":" + inode + " ");
    }

    private List<Dead> dead() {
        taken.clear();
        taken.addAll(leases().takeOver(Leases.KILLED_OR_KEPT, said::add));
        return taken;
    }

    private Leases leases() {
        return Leases.in(directory);
    }
}
