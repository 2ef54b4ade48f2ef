package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica.Remains;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.observe.ProbeBoard;
import dev.blackstart.observe.ProbePace;
import dev.blackstart.observe.Sample;
import dev.blackstart.report.Reports;
import dev.blackstart.run.FinishedRun;
import dev.blackstart.run.Leases;
import dev.blackstart.testing.FakeProbe;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody paused the terminal, or nobody reads the pipe: the measurement goes on, and Ctrl-C ends it. */
@Timeout(60)
class ABlockedTerminalTest {
    private static final ProbePace PACE = new ProbePace(Duration.ofMillis(2), Duration.ofSeconds(20), 3);

    @TempDir
    Path directory;

    private final Ticker ticker = Ticker.system();
    private final FakeProbe probe = new FakeProbe("website");
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final Relay relay = new Relay(new Screen(), Duration.ofMillis(50));

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void probes_go_on_and_the_run_is_ended_from_outside() throws Exception {
        Path run = Files.createDirectory(directory.resolve("run-1"));
        Leases leases = Leases.in(directory.resolve("leases"));
        try (Leases.Lease lease = leases.acquire("run-1", run);
                Journal journal = Journal.open(run, relay::entry)) {
            Recorder recorder = new Recorder(journal, ticker);
            try (ProbeBoard board = board(recorder)) {
                board.start();
                probe.question().complete(Sample.up("200"));
                blocked.await();
                probe.question().complete(Sample.silent("timed out"));
                probe.question().complete(Sample.up("200"));
                assertThat(board.awaitAllUp(Duration.ofSeconds(30), Duration.ZERO)
                                .held())
                        .isTrue();
            }

            new Ending("run-1", run, engine(), recorder, lease, new Semaphore(1), relay).because("Ctrl-C");
        }

        assertThat(Journal.read(run).stream()
                        .map(entry -> entry.event().getClass().getSimpleName()))
                .containsExactly("ProbeTurned", "ProbeTurned", "ProbeTurned", "Interrupted", "CleanedUp");
        assertThat(run.resolve(Reports.JSON)).exists();
        assertThat(directory.resolve("leases")).isEmptyDirectory();
    }

    private ProbeBoard board(Recorder recorder) {
        return new ProbeBoard(
                ticker,
                List.of(probe),
                PACE,
                turn -> recorder.recordAt(
                        turn.at(), Entry.MAIN, new Event.ProbeTurned(turn.probe(), turn.up(), turn.detail())));
    }

    /** Has nothing left. */
    private static Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) -> new Remains(0, 0, 0));
    }

    /** Prints every entry, to somebody who never reads. */
    private final class Screen implements Observer {
        private final PrintWriter out = new PrintWriter(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        blocked.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                },
                true,
                StandardCharsets.UTF_8);

        @Override
        public synchronized void entry(Entry entry) {
            out.println(entry);
        }

        @Override
        public synchronized void progress(String line) {
            out.println(line);
        }

        @Override
        public synchronized void reported(FinishedRun run) {
            out.println(run);
        }
    }
}
