package dev.blackstart.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.Ticker;
import dev.blackstart.definition.DefinitionReader;
import dev.blackstart.drill.RunOptions;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.EngineException;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.report.Reports;
import dev.blackstart.report.Tally;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SessionTest {
    @TempDir
    Path directory;

    private final Heard heard = new Heard();

    @Test
    void an_engine_that_breaks_in_a_way_that_nobody_thought_of_ends_no_session_silently() {
        Verdict worst = run(new IllegalStateException("nobody thought of this"));

        assertThat(worst).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(heard.failed)
                .hasSize(23)
                .allMatch(line -> line.endsWith("java.lang.IllegalStateException: nobody thought of this"))
                .anyMatch(line -> line.startsWith("The database server is gone, and so is one admin, without alice: "));
        assertThat(heard.tallies).hasSize(1);
        assertThat(directory.resolve(Reports.SUMMARY)).exists();
    }

    @Test
    void each_run_of_which_nothing_could_be_told_has_a_report_and_the_worst_verdict_counts() {
        Verdict worst = run(new EngineException("the engine is gone", "start it"));

        assertThat(worst).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(heard.failed).isEmpty();
        assertThat(heard.reported)
                .hasSize(23)
                .allMatch(run -> run.report().verdict() == Verdict.INCONCLUSIVE)
                .allMatch(run -> run.directory().resolve(Reports.HTML).toFile().exists());
        assertThat(heard.entries).isNotEmpty();
        assertThat(directory.resolve(Reports.SUMMARY)).content().startsWith("## 23 runs: 23 inconclusive");
    }

    @Test
    void a_session_in_which_nothing_ran_could_not_tell_anything() {
        Verdict worst = session(new IllegalStateException())
                .run(
                        new dev.blackstart.definition.Definitions(List.of(), List.of(), List.of()),
                        new RunOptions(directory, true, false, 1));

        assertThat(worst).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private Verdict run(RuntimeException trouble) {
        return session(trouble)
                .run(DefinitionReader.read(List.of(Path.of("drills"))), new RunOptions(directory, true, false, 1));
    }

    private Session session(RuntimeException trouble) {
        return new Session(engine(trouble), Ticker.system(), Leases.in(directory.resolve("leases")), heard);
    }

    /** Can do nothing, and says so each time. */
    private static Engine engine(RuntimeException trouble) {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("sweep")) {
                        return Set.of();
                    }
                    throw trouble;
                });
    }

    private static final class Heard implements SessionListener {
        private final List<Entry> entries = new ArrayList<>();
        private final List<FinishedRun> reported = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private final List<Tally> tallies = new ArrayList<>();

        @Override
        public void entry(Entry entry) {
            entries.add(entry);
        }

        @Override
        public void progress(String line) {}

        @Override
        public void reported(FinishedRun run) {
            reported.add(run);
        }

        @Override
        public void killed(FinishedRun run) {}

        @Override
        public void failed(String run, Throwable why) {
            failed.add(run + ": " + why);
        }

        @Override
        public void ended(Tally tally) {
            tallies.add(tally);
        }
    }
}
