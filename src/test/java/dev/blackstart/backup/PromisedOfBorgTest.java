package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of backups, compared with what a real borg lists at two moments an hour apart. */
@Tag(RealTools.TAG)
class PromisedOfBorgTest {
    private static final DateTimeFormatter OF_BORG =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Duration WATCHED = Duration.ofHours(1);

    @TempDir
    private Path directory;

    private RealBorg borg;
    private Instant from = Instant.EPOCH;
    private List<Generation> first = List.of();
    private String us = "";

    /** Three lie there already. */
    @BeforeEach
    void look() throws IOException {
        borg = new RealBorg(directory);
        from = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        first = listed();
        us = InetAddress.getLocalHost().getHostName();
    }

    @Test
    void the_host_that_pushes_is_there_and_another_is_missed() {
        assertThat(seen("of", promised(us, Duration.ofMinutes(10), Duration.ofDays(30)))
                        .kept())
                .contains(true);
        assertThat(seen("of", promised("mail", Duration.ofMinutes(10), Duration.ofDays(30))))
                .isEqualTo(new Promised.Seen(
                        "of",
                        Optional.of(false),
                        "none of the 3 generations there is of mail: they are of "
                                + first.get(0).host()));
    }

    @Test
    void backups_that_come_in_time_are_seen() {
        for (int minutes = 10; minutes < 60; minutes += 10) {
            push("in-time-" + minutes, Duration.ofMinutes(minutes));
        }

        assertThat(every(Duration.ofMinutes(10)).kept()).contains(true);
    }

    @Test
    void a_gap_is_found_between_two_of_them() {
        push("before", Duration.ofMinutes(10));
        push("after", Duration.ofMinutes(50));

        assertThat(every(Duration.ofMinutes(15)))
                .satisfies(seen -> assertThat(seen.kept()).contains(false))
                .satisfies(seen -> assertThat(seen.detail()).contains("2 came in 1 h", "for 39 min 5"));
    }

    @Test
    void backups_that_have_stopped_are_found() {
        assertThat(every(Duration.ofMinutes(10)).kept()).contains(false);
    }

    @Test
    void what_comes_once_a_day_is_not_told_in_an_hour() {
        assertThat(every(Duration.ofDays(1)).kept()).isEmpty();
        push("nightly", Duration.ofMinutes(30));
        assertThat(every(Duration.ofDays(1)).kept()).isEmpty();
    }

    @Test
    void one_that_was_pruned_too_early_is_found() {
        assertThat(keep(Duration.ofDays(30)).kept()).isEmpty();

        assertThat(borg.run("delete", "::1").succeeded()).isTrue();

        assertThat(keep(Duration.ofDays(30)))
                .satisfies(seen -> assertThat(seen.kept()).contains(false))
                .satisfies(seen -> assertThat(seen.detail())
                        .contains("1 generation went within 1 h, the youngest (1) 1 h", "to be kept for 720 h"));
    }

    @Test
    void one_that_was_pruned_at_its_age_is_none() {
        assertThat(borg.run("delete", "::1").succeeded()).isTrue();

        assertThat(keep(Duration.ofMinutes(30)).kept()).contains(true);
    }

    @Test
    void one_that_is_as_old_as_promised_shows_that_it_is_kept() {
        assertThat(keep(Duration.ofMinutes(30)).kept()).contains(true);
    }

    private void push(String name, Duration after) {
        assertThat(borg.run(
                                "create",
                                "--timestamp",
                                OF_BORG.format(from.plus(after)),
                                "::" + name,
                                directory.resolve("dump").toString())
                        .succeeded())
                .isTrue();
    }

    private Promised.Seen every(Duration every) {
        return seen("every", promised(us, every, Duration.ofDays(30)));
    }

    private Promised.Seen keep(Duration keep) {
        return seen("keep", promised(us, Duration.ofMinutes(10), keep));
    }

    private static Promised promised(String host, Duration every, Duration keep) {
        return new Promised(List.of(host), List.of(), Optional.of(every), Optional.of(keep));
    }

    private Promised.Seen seen(String word, Promised promised) {
        return promised.seen(new Promised.Looks(from, first, from.plus(WATCHED), listed())).stream()
                .filter(seen -> seen.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private List<Generation> listed() {
        Repository.Copy copy = new BorgRepository(borg.repository().toString(), Optional.empty(), Optional.empty())
                .copy(borg.host(), RealBorg.PASSPHRASE);
        List<Generation> listed = copy.listed();
        copy.remove();
        return listed;
    }
}
