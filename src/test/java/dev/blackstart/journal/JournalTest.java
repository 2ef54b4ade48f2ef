package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.finding.Place;
import dev.blackstart.secret.Redactor;
import dev.blackstart.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    @TempDir
    Path directory;

    private final List<Entry> written = List.of(
            entry(new Event.AttemptStarted(Optional.of("secret-withheld"), Optional.of("pass"), Optional.empty())),
            entry(new Event.ProbesMeasured(Optional.of(Duration.ofMillis(1234)), true, Duration.ofMillis(20))),
            entry(new Event.FingerprintTaken("db", "shop", 143, Map.of("tables", 12L))),
            entry(new Event.Struck()));

    @Test
    void what_was_written_is_read_back() throws Exception {
        List<Entry> heard = write();

        assertThat(Journal.read(directory)).isEqualTo(written);
        assertThat(heard).isEqualTo(written);
    }

    @Test
    void a_place_and_a_code_are_written_as_people_read_them_and_read_back() throws Exception {
        Place place = new Place(Path.of("drills/a b.drill.yaml"), 12, 3);
        Entry untold = entry(new Event.Untold(UntoldCode.BASELINE_NOT_MET, "no answer", place, "look"));
        try (Journal journal = Journal.open(directory, entry -> {})) {
            journal.append(untold);
        }

        assertThat(Files.readString(directory.resolve(Journal.FILE)))
                .contains("\"code\":\"baseline-not-met\"")
                .contains("\"place\":{\"file\":\"drills/a b.drill.yaml\",\"line\":12,\"column\":3}");
        assertThat(Journal.read(directory)).containsExactly(untold);
    }

    @Test
    void a_text_that_nobody_would_read_is_shortened() {
        Entry much = entry(new Event.Damaged("\0".repeat(30_000_000)));

        Event.Damaged written =
                (Event.Damaged) Journal.redacted(much, UnaryOperator.identity()).event();

        assertThat(written.what()).hasSizeLessThan(11_000).contains("characters are left out here");
    }

    @Test
    void a_line_that_no_run_would_write_ends_the_journal_without_a_fault() throws Exception {
        write();
        Files.writeString(directory.resolve(Journal.FILE), "x".repeat(20_000_000), StandardOpenOption.APPEND);

        assertThat(Journal.read(directory)).isEqualTo(written);
    }

    @Test
    void a_line_that_a_kill_cut_off_ends_the_journal_without_a_fault() throws Exception {
        write();
        Files.writeString(directory.resolve(Journal.FILE), "{\"at\":\"PT1S\",\"wa", StandardOpenOption.APPEND);

        assertThat(Journal.read(directory)).isEqualTo(written);
    }

    @Test
    void a_character_that_a_full_disk_cut_in_two_ends_the_journal_without_a_fault() throws Exception {
        write();
        byte[] cut = Arrays.copyOf("{\"at\":\"\u20ac".getBytes(StandardCharsets.UTF_8), 9);
        Files.write(directory.resolve(Journal.FILE), cut, StandardOpenOption.APPEND);

        assertThat(Journal.read(directory)).isEqualTo(written);
    }

    @Test
    void what_a_database_held_is_read_from_older_journals_too() throws Exception {
        Files.writeString(
                directory.resolve(Journal.FILE),
                "{\"at\":\"PT1S\",\"wall\":\"2026-01-02T03:04:05Z\",\"attempt\":\"main\",\"event\":{\"type\":"
                        + "\"fingerprint-taken\",\"host\":\"db\",\"database\":\"shop\",\"objects\":143,\"tables\":12,\"rows\":7}}\n");

        assertThat(Journal.read(directory))
                .extracting(Entry::event)
                .containsExactly(new Event.FingerprintTaken("db", "shop", 143, Map.of("tables", 12L, "rows", 7L)));
    }

    @Test
    void nothing_is_written_behind_a_line_that_could_not_be_written() throws Exception {
        Journal journal = Journal.open(directory, entry -> {});
        journal.close();

        assertThatThrownBy(() -> journal.append(written.get(0))).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> journal.append(written.get(1))).isInstanceOf(JournalException.class);
        assertThat(Journal.read(directory)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"database", "reason", "detail", "attempt", "finger", "TIMED_OUT", "step-ended", "123456"})
    void a_secret_that_is_a_word_of_ours_is_hidden_in_texts_and_nowhere_else(String secret) {
        Event event = new Event.StepEnded(
                7,
                "a heading with " + secret,
                new Place(Path.of("a " + secret), 123456, 1),
                Event.StepOutcome.TIMED_OUT,
                123456,
                secret,
                "one\n\"" + secret + "\"",
                List.of("opened", secret),
                Optional.of(secret));
        Redactor redactor = Redactor.of(List.of(Secret.of("pin", secret)));

        assertThat(Journal.redacted(entry(event), redactor::redact))
                .isEqualTo(entry(new Event.StepEnded(
                        7,
                        "a heading with [secret:pin]",
                        new Place(Path.of("a [secret:pin]"), 123456, 1),
                        Event.StepOutcome.TIMED_OUT,
                        123456,
                        "[secret:pin]",
                        "one\n\"[secret:pin]\"",
                        List.of("opened", "[secret:pin]"),
                        Optional.of("[secret:pin]"))));
    }

    @Test
    void nothing_but_texts_changes_where_something_is_hidden() {
        UnaryOperator<String> hidden = text -> "hidden";

        written.forEach(
                entry -> assertThat(Journal.redacted(entry, text -> text)).isEqualTo(entry));
        assertThat(Journal.redacted(
                        entry(new Event.FingerprintTaken("db", "postgresql", 1, Map.of("rows", 123456L))), hidden))
                .isEqualTo(entry(new Event.FingerprintTaken("hidden", "hidden", 1, Map.of("rows", 123456L))));
    }

    @Test
    void no_constant_is_a_text_however_it_is_spelled() {
        Place place = Place.start(Path.of("hidden"));
        Stream.of(
                        new Event.StageStarted(Stage.STEADY_STATE),
                        new Event.Untold(UntoldCode.ENGINE, "hidden", place, "hidden"))
                .map(JournalTest::entry)
                .forEach(entry ->
                        assertThat(Journal.redacted(entry, text -> "hidden")).isEqualTo(entry));
    }

    @Test
    void constants_are_no_texts_by_whatever_word_they_are_written() {
        UnaryOperator<String> hidden = text -> "hidden";
        Place place = new Place(Path.of("environments/engine.md"), 17, 3);

        assertThat(Journal.redacted(
                        entry(new Event.Untold(UntoldCode.ENGINE, "the engine is gone", place, "start it")), hidden))
                .isEqualTo(entry(
                        new Event.Untold(UntoldCode.ENGINE, "hidden", new Place(Path.of("hidden"), 17, 3), "hidden")));
        assertThat(Journal.redacted(entry(new Event.StageStarted(Stage.ENVIRONMENT)), hidden))
                .isEqualTo(entry(new Event.StageStarted(Stage.ENVIRONMENT)));
    }

    private List<Entry> write() throws Exception {
        List<Entry> heard = new ArrayList<>();
        try (Journal journal = Journal.open(directory, heard::add)) {
            written.forEach(journal::append);
        }
        return heard;
    }

    private static Entry entry(Event event) {
        return new Entry(Duration.ofMillis(5), Instant.parse("2026-01-02T03:04:05Z"), Entry.MAIN, event);
    }
}
