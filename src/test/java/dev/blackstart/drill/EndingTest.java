package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.Replica.Remains;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.report.Reports;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EndingTest {
    @TempDir
    Path directory;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<FinishedRun> reported = new CopyOnWriteArrayList<>();
    private Path run = Path.of("run-1");

    @BeforeEach
    void begin() throws IOException {
        run = Files.createDirectory(directory.resolve("run-1"));
    }

    @Test
    void what_was_made_is_removed_the_report_says_who_ended_it_and_nothing_is_owed_any_more() throws IOException {
        end(() -> new Remains(0, 0, 0));

        assertThat(Journal.read(run))
                .extracting(Entry::event)
                .containsExactly(new Event.Interrupted("Ctrl-C"), new Event.CleanedUp(0, 0, 0, false));
        assertThat(reported)
                .singleElement()
                .satisfies(one -> assertThat(one.report().verdict()).isEqualTo(Verdict.INCONCLUSIVE));
        assertThat(said).isEmpty();
        assertThat(directory.resolve("leases")).isEmptyDirectory();
    }

    @Test
    void where_something_is_left_the_next_command_finds_the_run() throws IOException {
        end(() -> new Remains(1, 0, 0));

        assertThat(reported).hasSize(1);
        assertThat(directory.resolve("leases/run-1")).exists();
    }

    @Test
    void an_engine_that_is_gone_keeps_nobody_from_writing_the_report() throws IOException {
        end(() -> {
            throw new EngineException("the engine is gone", "start it");
        });

        assertThat(said).containsExactly("the engine is gone; `blackstart clean` sweeps what is left");
        assertThat(Journal.read(run)).extracting(Entry::event).containsExactly(new Event.Interrupted("Ctrl-C"));
        assertThat(reported).hasSize(1);
        assertThat(directory.resolve("leases/run-1")).exists();
    }

    @Test
    void a_report_that_cannot_be_written_is_left_to_the_next_command() throws IOException {
        Files.createDirectories(run.resolve(Reports.JSON).resolve("in-the-way"));

        end(() -> new Remains(0, 0, 0));

        assertThat(said).singleElement().asString().startsWith("the report cannot be written: ");
        assertThat(directory.resolve("leases/run-1")).exists();
    }

    private void end(Supplier<Remains> abandoned) throws IOException {
        try (Leases.Lease lease = Leases.in(directory.resolve("leases")).acquire("run-1", run);
                Journal journal = Journal.open(run, entry -> {});
                Relay relay = new Relay(new Heard())) {
            Recorder recorder = new Recorder(journal, Ticker.system());
            new Ending("run-1", run, engine(abandoned), recorder, lease, new Semaphore(1), relay).because("Ctrl-C");
            recorder.record(Entry.MAIN, new Event.Struck());
        }
    }

    /** Can abandon a run, and nothing else. */
    private static Engine engine(Supplier<Remains> abandoned) {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) -> abandoned.get());
    }

    private final class Heard implements Observer {
        @Override
        public void entry(Entry entry) {}

        @Override
        public void progress(String line) {
            said.add(line);
        }

        @Override
        public void reported(FinishedRun run) {
            reported.add(run);
        }
    }
}
