package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {
    @TempDir
    Path directory;

    @Test
    void a_run_whose_lease_is_held_is_alive() throws Exception {
        try (Leases.Lease held = leases().acquire("run-1", directory.resolve("reports"))) {
            assertThat(held).isNotNull();
            assertThat(leases().dead("run-1")).isFalse();
            assertThat(leases().dead()).isEmpty();
        }
    }

    @Test
    void a_lease_that_nobody_holds_is_of_a_dead_run() throws Exception {
        Files.writeString(directory.resolve("run-2"), "/somewhere/reports/run-2");

        assertThat(leases().dead("run-2")).isTrue();
        assertThat(leases().dead())
                .containsExactly(new Leases.Dead("run-2", Path.of("/somewhere/reports/run-2"), false));
    }

    @Test
    void a_run_without_a_lease_is_somebody_elses_and_not_known_to_be_dead() {
        assertThat(leases().dead("run-3")).isFalse();
        assertThat(leases().dead("../run-3")).isFalse();
    }

    @Test
    void a_run_that_was_kept_is_told_apart_from_a_killed_one() throws Exception {
        try (Leases.Lease held = leases().acquire("run-4", directory.resolve("reports"))) {
            held.keep();
        }

        assertThat(leases().dead()).extracting(Leases.Dead::kept).containsExactly(true);
    }

    @Test
    void a_run_that_ended_leaves_no_lease() throws Exception {
        try (Leases.Lease held = leases().acquire("run-5", directory.resolve("reports"))) {
            held.end();
        }

        assertThat(leases().dead("run-5")).isFalse();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_run_that_could_not_end_in_good_order_is_dead_once_it_lets_its_lease_go() throws Exception {
        leases().acquire("run-6", directory.resolve("reports/run-6")).close();

        assertThat(leases().dead())
                .containsExactly(new Leases.Dead("run-6", directory.resolve("reports/run-6"), false));
    }

    @Test
    void whoever_looks_for_dead_runs_never_lets_go_the_lease_of_a_run_in_the_same_process() throws Exception {
        try (Leases.Lease held = leases().acquire("run-7", directory.resolve("reports"))) {
            assertThat(held).isNotNull();
            assertThat(leases().dead()).isEmpty();

            Object inode = Files.getAttribute(directory.resolve("run-7"), "unix:ino");
            assertThat(Path.of("/proc/locks")).content().contains(":" + inode + " ");
        }
    }

    @Test
    void a_lease_that_is_not_locked_yet_is_nobodys() throws Exception {
        Files.writeString(directory.resolve(".run-8"), "");

        assertThat(leases().dead()).isEmpty();
        assertThat(leases().dead(".run-8")).isFalse();
    }

    private Leases leases() {
        return Leases.in(directory);
    }
}
