package dev.blackstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.History;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ran beside what. */
class TheReplicasTest {
    @Test
    void what_was_there_at_the_same_time_stands_beside_each_other_and_nothing_beside_the_drill_itself() {
        List<Report.Replica> replicas = Replicas.of(History.of(List.of(
                began(1, Entry.MAIN),
                ended(31, Entry.MAIN),
                began(32, "step by step, 1"),
                began(33, "with an older backup"),
                ended(50, "step by step, 1"),
                began(51, "without a backup"),
                ended(60, "with an older backup"),
                ended(70, "without a backup"),
                new Entry(Duration.ofSeconds(71), Instant.EPOCH, Entry.MAIN, new Event.RunEnded()))));

        assertThat(replicas)
                .containsExactly(
                        replica(Entry.MAIN, 0, 30),
                        replica("step by step, 1", 31, 18, "with an older backup"),
                        replica("with an older backup", 32, 27, "step by step, 1", "without a backup"),
                        replica("without a backup", 50, 19, "with an older backup"));
    }

    @Test
    void one_that_was_killed_lasted_as_long_as_anything_is_known_of_it() {
        List<Report.Replica> replicas = Replicas.of(History.of(List.of(
                began(1, Entry.MAIN),
                new Entry(Duration.ofSeconds(9), Instant.EPOCH, Entry.MAIN, new Event.Struck()))));

        assertThat(replicas).containsExactly(replica(Entry.MAIN, 0, 8));
    }

    private static Report.Replica replica(String name, int from, int lasted, String... beside) {
        return new Report.Replica(name, Duration.ofSeconds(from), Duration.ofSeconds(lasted), List.of(beside));
    }

    private static Entry began(int at, String attempt) {
        Optional<String> control =
                attempt.equals(Entry.MAIN) ? Optional.empty() : Optional.of(Event.AttemptStarted.STEP_BY_STEP);
        return entry(at, attempt, new Event.AttemptStarted(control, Optional.empty(), Optional.empty()));
    }

    private static Entry ended(int at, String attempt) {
        return entry(at, attempt, new Event.AttemptEnded());
    }

    private static Entry entry(int at, String attempt, Event event) {
        return new Entry(Duration.ofSeconds(at), Instant.EPOCH, attempt, event);
    }
}
