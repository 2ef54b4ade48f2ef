package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Journal;
import dev.blackstart.secret.Secret;
import dev.blackstart.testing.FakeTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    @TempDir
    Path directory;

    private final List<Entry> written = new ArrayList<>();
    private final FakeTicker ticker = new FakeTicker();
    private Journal journal;
    private Recorder recorder;

    @BeforeEach
    void open() throws IOException {
        journal = Journal.open(directory, written::add);
        recorder = new Recorder(journal, ticker);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void an_entry_has_the_moment_at_which_it_happened_not_that_of_its_writing() {
        recorder.recordAt(Duration.ofSeconds(3), "main", new Event.Struck());
        recorder.of("without a backup").accept(new Event.AttemptEnded());

        assertThat(written).extracting(Entry::at).containsExactly(Duration.ofSeconds(3), ticker.elapsed());
        assertThat(written).extracting(Entry::attempt).containsExactly("main", "without a backup");
    }

    @Test
    void a_secret_is_hidden_from_the_moment_at_which_it_is_known() {
        recorder.hide(List.of(Secret.of("login", "correct horse")));
        recorder.record("main", new Event.Damaged("it said: correct horse"));

        assertThat(written).extracting(Entry::event).containsExactly(new Event.Damaged("it said: [secret:login]"));
    }

    @Test
    void what_exists_in_one_attempt_only_is_hidden_everywhere_until_that_is_gone() {
        recorder.hide(List.of(Secret.of("login", "correct horse")));
        recorder.hideDuring("with another login", List.of(Secret.of("login", "battery staple")));
        recorder.record("main", new Event.Damaged("correct horse, battery staple"));
        recorder.forget("with another login");
        recorder.record("main", new Event.Damaged("correct horse, battery staple"));

        assertThat(written)
                .extracting(Entry::event)
                .containsExactly(
                        new Event.Damaged("[secret:login], [secret:login]"),
                        new Event.Damaged("[secret:login], battery staple"));
    }

    @Test
    void what_becomes_known_later_is_hidden_beside_what_was_known() {
        recorder.hide(List.of(Secret.of("login", "correct horse")));
        recorder.hide(List.of(Secret.of("login", "correct horse"), Secret.of("key", "battery staple")));
        recorder.record("main", new Event.Damaged("correct horse, battery staple"));

        assertThat(written).extracting(Entry::event).containsExactly(new Event.Damaged("[secret:login], [secret:key]"));
    }

    @Test
    void once_a_run_is_ended_from_outside_only_what_that_does_is_recorded() {
        Consumer<Event> lastWord = recorder.seal();
        recorder.record("main", new Event.Struck());
        lastWord.accept(new Event.Interrupted("Ctrl-C"));

        assertThat(written).extracting(Entry::event).containsExactly(new Event.Interrupted("Ctrl-C"));
    }
}
