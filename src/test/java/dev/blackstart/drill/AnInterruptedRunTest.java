package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Place;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import dev.blackstart.testing.FakeEngine;
import dev.blackstart.testing.FakeTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended from outside while something else is wrong as well: see {@link EndingTest} for the rest. */
class AnInterruptedRunTest {
    private static final String RUN = "lost-1";

    @TempDir
    private Path home;

    private final FakeTicker ticker = new FakeTicker();
    private final FakeEngine engine = new FakeEngine(ticker, (replica, host) -> {});
    private final Semaphore commissioning = new Semaphore(1);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Relay relay = new Relay(new Listener());

    private Path directory;
    private Journal journal;
    private Recorder recorder;
    private Leases.Lease lease;

    private final class Listener implements Observer {
        @Override
        public void entry(Entry entry) {
            // the journal holds them
        }

        @Override
        public void progress(String line) {
            heard.add(line);
        }

        @Override
        public void reported(FinishedRun run) {
            heard.add("reported");
        }
    }

    @BeforeEach
    void begin() throws IOException {
        directory = Files.createDirectory(home.resolve(RUN));
        journal = Journal.open(directory, entry -> {});
        recorder = new Recorder(journal, ticker);
        lease = Leases.in(home.resolve("leases")).acquire(RUN, directory);
    }

    @AfterEach
    void end() throws IOException {
        lease.close();
        journal.close();
        relay.close();
    }

    @Test
    void a_journal_that_takes_no_more_keeps_nobody_from_removing_what_was_made() throws IOException {
        journal.close();

        ending().because("SIGTERM");

        assertThat(engine.abandoned()).containsExactly(RUN);
        assertThat(heard).anyMatch(line -> line.startsWith("the journal cannot be written"));
    }

    @Test
    void whoever_is_interrupted_while_a_base_is_unfinished_does_not_wait_for_it() {
        commissioning.acquireUninterruptibly();
        Thread.currentThread().interrupt();

        ending().because("SIGTERM");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(engine.abandoned()).containsExactly(RUN);
    }

    @Test
    void a_dead_engine_has_not_shown_that_nothing_is_left() {
        assertThat(ending().nothingLeft()).isTrue();

        engine.die();

        assertThat(ending().nothingLeft()).isFalse();
    }

    @Test
    void what_could_not_be_told_before_stays_in_the_journal() throws IOException {
        new Mishaps(recorder, Place.start(Path.of("lost.drill.yaml")))
                .untold(Entry.MAIN, UntoldCode.ENGINE, "gone", "start it");

        ending().because("SIGINT");

        assertThat(Journal.read(directory))
                .extracting(Entry::event)
                .hasAtLeastOneElementOfType(Event.Untold.class)
                .hasAtLeastOneElementOfType(Event.Interrupted.class);
    }

    private Ending ending() {
        return new Ending(RUN, directory, engine, recorder, lease, commissioning, relay);
    }
}
