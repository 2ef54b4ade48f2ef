package dev.blackstart.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.environment.Engine;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Journal;
import dev.blackstart.report.Reports;
import dev.blackstart.testing.Journals;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadRunsTest {
    @TempDir
    Path directory;

    private final List<String> said = new ArrayList<>();
    private final List<FinishedRun> finished = new ArrayList<>();
    private final List<String> swept = new ArrayList<>();
    private Set<String> stuck = Set.of();
    private Runnable meanwhile = () -> {};

    @Test
    void a_killed_run_is_swept_and_reported_and_forgotten() throws Exception {
        Path run = killed("run-1", whole());

        clean();

        assertThat(swept).containsExactly("run-1");
        assertThat(finished).extracting(one -> one.report().verdict()).containsExactly(Verdict.INCONCLUSIVE);
        assertThat(finished).extracting(FinishedRun::directory).containsExactly(run);
        assertThat(said).isEmpty();
        assertThat(run.resolve(Reports.HTML)).exists();
        assertThat(leases()).isEmptyDirectory();
    }

    @Test
    void whatever_one_killed_run_left_the_others_are_finished() throws Exception {
        Path broken = killed("run-1", "{\"at\":null,\"wall\":null,\"attempt\":null,\"event\":null}\n".repeat(2));
        Path directoryInsteadOfReport = killed("run-2", whole());
        Files.createDirectories(directoryInsteadOfReport.resolve(Reports.JSON).resolve("not-empty"));
        Path whole = killed("run-3", whole());

        clean();

        assertThat(swept).containsExactly("run-1", "run-2", "run-3");
        assertThat(finished).extracting(FinishedRun::directory).containsExactly(whole);
        assertThat(said.get(0))
                .startsWith("the killed run run-1 could not be finished: java.lang.NullPointerException")
                .endsWith("it is tried again until " + leases().resolve("run-1") + " is removed");
        assertThat(said.get(1)).startsWith("the killed run run-2 could not be finished: ");
        assertThat(broken.resolve(Reports.JSON)).doesNotExist();
        assertThat(leases().resolve("run-1")).exists();
        assertThat(leases().resolve("run-3")).doesNotExist();
    }

    @Test
    void a_lease_of_any_size_stops_nobody() throws Exception {
        Path whole = killed("run-3", whole());
        killed("run-1", whole());
        try (RandomAccessFile lease =
                new RandomAccessFile(leases().resolve("run-1").toFile(), "rw")) {
            lease.setLength(20L << 30);
        }

        clean();

        assertThat(finished).extracting(FinishedRun::directory).contains(whole);
    }

    @Test
    void a_journal_that_does_not_fit_into_memory_is_not_read() throws Exception {
        Path run = killed("run-1", whole());
        try (RandomAccessFile journal =
                new RandomAccessFile(run.resolve(Journal.FILE).toFile(), "rw")) {
            journal.setLength(Runtime.getRuntime().maxMemory());
        }

        clean();

        assertThat(said).singleElement().asString().contains("does not fit into memory");
    }

    @Test
    void a_run_of_which_something_is_left_is_not_forgotten() throws Exception {
        killed("run-1", whole());
        stuck = Set.of("run-1");

        clean();

        assertThat(finished).hasSize(1);
        assertThat(leases().resolve("run-1")).exists();
    }

    @Test
    void two_commands_at_once_finish_a_killed_run_once() throws Exception {
        killed("run-1", whole());
        meanwhile = () -> {
            meanwhile = () -> {};
            clean();
        };

        clean();

        assertThat(finished).hasSize(1);
        assertThat(swept).containsExactly("run-1");
        assertThat(leases()).isEmptyDirectory();
    }

    @Test
    void a_replica_that_was_kept_for_a_look_is_swept_on_demand_only() throws Exception {
        Files.createDirectories(leases());
        Files.writeString(leases().resolve("run-1"), "/nowhere\nkept");

        deadRuns().sweepKilled();
        assertThat(swept).isEmpty();

        clean();
        assertThat(swept).containsExactly("run-1");
        assertThat(leases()).isEmptyDirectory();
    }

    @Test
    void a_stage_stays_until_it_is_taken_down_by_its_name() throws Exception {
        Files.createDirectories(leases());
        Files.writeString(leases().resolve("run-1"), "/nowhere\nkept\nstage of shop");
        Files.writeString(leases().resolve("run-2"), "/nowhere\nkept\nstage of kiosk");

        deadRuns().sweepKilled();
        clean();
        assertThat(swept).isEmpty();
        assertThat(said)
                .containsExactly(
                        "left the stage run-1 of shop: `blackstart stage --down shop` takes it down",
                        "left the stage run-2 of kiosk: `blackstart stage --down kiosk` takes it down");

        assertThat(deadRuns().takeDown("shop")).isEqualTo(1);
        assertThat(swept).containsExactly("run-1");
        assertThat(deadRuns().stages()).containsOnlyKeys("run-2");
    }

    @Test
    void a_stage_of_which_something_is_left_can_be_taken_down_once_more() throws Exception {
        Files.createDirectories(leases());
        Files.writeString(leases().resolve("run-1"), "/nowhere\nkept\nstage of shop");
        stuck = Set.of("run-1");

        deadRuns().takeDown("shop");

        assertThat(deadRuns().stages()).containsOnlyKeys("run-1");
    }

    private void clean() {
        deadRuns().sweepAll();
    }

    private DeadRuns deadRuns() {
        return new DeadRuns(Leases.in(leases()), engine(), said::add, finished::add);
    }

    private Path leases() {
        return directory.resolve("leases");
    }

    private Path killed(String run, String journal) throws IOException {
        Path reports = Files.createDirectories(directory.resolve("reports").resolve(run));
        Files.writeString(reports.resolve(Journal.FILE), journal);
        Leases.in(leases()).acquire(run, reports).close();
        return reports;
    }

    /** A journal without its end. */
    private String whole() throws IOException {
        Path scratch = Files.createTempDirectory(directory, "journal");
        try (Journal journal = Journal.open(scratch, entry -> {})) {
            Journals.passed().upTo(20).entries().forEach(journal::append);
        }
        return Files.readString(scratch.resolve(Journal.FILE));
    }

    /** Sweeps whatever is dead, and does nothing else. */
    private Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                    meanwhile.run();
                    for (String run : List.of("run-1", "run-2", "run-3")) {
                        if (((Engine.Owners) arguments[0]).dead(run)) {
                            swept.add(run);
                        }
                    }
                    return stuck;
                });
    }
}
