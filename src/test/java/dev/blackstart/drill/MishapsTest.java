package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.environment.EngineException;
import dev.blackstart.environment.IsolationException;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalException;
import dev.blackstart.journal.UntoldCode;
import dev.blackstart.testing.FakeTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is thrown, it is told, with what to do about it; but for a journal that tells nothing any more. */
class MishapsTest {
    @TempDir
    private Path directory;

    private final List<Event> told = new ArrayList<>();
    private Journal journal;
    private Recorder recorder;
    private Mishaps mishaps;

    @BeforeEach
    void open() throws IOException {
        journal = Journal.open(directory, entry -> told.add(entry.event()));
        recorder = new Recorder(journal, new FakeTicker());
        mishaps = new Mishaps(recorder, Place.start(Path.of("lost.drill.yaml")));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void what_goes_well_is_given_and_nothing_is_told() {
        assertThat(mishaps.told(Entry.MAIN, () -> "well")).contains("well");
        assertThat(told).isEmpty();
    }

    @Test
    void a_dead_engine_is_told_with_its_own_hint() {
        assertThat(untold(new EngineException("it does not answer", "start it")))
                .returns(UntoldCode.ENGINE, Event.Untold::code)
                .returns("start it", Event.Untold::hint);
    }

    @Test
    void a_way_out_is_named() {
        assertThat(untold(new IsolationException(List.of("db publishes port 80"))))
                .returns(UntoldCode.ISOLATION_BROKEN, Event.Untold::code)
                .satisfies(untold -> assertThat(untold.message()).contains("db publishes port 80"));
    }

    @Test
    void a_crash_of_our_own_is_no_verdict_on_anybody() {
        assertThat(untold(new IllegalStateException("three of two")))
                .returns(UntoldCode.COULD_NOT_RUN, Event.Untold::code)
                .returns("three of two", Event.Untold::message);
    }

    @Test
    void one_that_says_nothing_is_told_by_its_kind() {
        assertThat(untold(new NullPointerException())).returns("java.lang.NullPointerException", Event.Untold::message);
    }

    @Test
    void a_journal_that_cannot_be_written_is_nothing_to_write_down() throws IOException {
        journal.close();

        assertThatThrownBy(() -> mishaps.told(Entry.MAIN, () -> {
                    recorder.record(Entry.MAIN, new Event.RunEnded());
                    return true;
                }))
                .isInstanceOf(JournalException.class);
        assertThat(told).isEmpty();
    }

    private Event.Untold untold(RuntimeException thrown) {
        assertThat(mishaps.told(Entry.MAIN, () -> {
                    throw thrown;
                }))
                .isEmpty();
        return (Event.Untold) told.get(0);
    }
}
