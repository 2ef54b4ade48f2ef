package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Condition;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill whose backups lie in a repository that says which generations it has. */
class WhichGenerationCameBackTest {
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    /** Of a copy: those before the disaster are looked at, and thrown away. */
    private static final int AFTER_THE_STRIKE = 3;

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;
    private final AtomicInteger copies = new AtomicInteger();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final List<String> removed = new CopyOnWriteArrayList<>();
    private final Set<String> rotten = ConcurrentHashMap.newKeySet();
    private volatile Duration right = Duration.ZERO;
    private volatile boolean later;
    private volatile String passphrases = "";
    private volatile Runnable whileCopying = () -> {};

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
        backups("kind: borg, passphrase: backup-passphrase, of: [db], keep: 30d");
        rehearsal.engine().everywhere(this::borg);
    }

    private void backups(String keys) throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.COMPOSE,
                        "{ service: offsite, path: /srv/backups }",
                        "{ service: offsite, path: /srv/backups, " + keys + " }");
    }

    @Test
    void the_newest_good_one_is_told() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).as(run.codes().toString()).isEqualTo(Verdict.PASSED);
        assertThat(looked(run)).extracting(Event.Looked::name).containsExactly("k-2");
        assertThat(looked(run).get(0).condition()).isEqualTo(Condition.GOOD);
        assertThat(run.judgement().choices().get(0).newestGood()).contains("k-2");
        assertThat(run.events(Event.PromiseLooked.class))
                .extracting(Event.PromiseLooked::word, Event.PromiseLooked::kept)
                .containsExactly(tuple("of", Optional.of(true)), tuple("keep", Optional.empty()));
        assertThat(removed).containsExactlyElementsOf(copied);
        assertThat(passphrases).isNotBlank();
    }

    @Test
    void what_is_lost_that_it_holds_fails_the_drill() throws IOException {
        rehearsal.machines().backsUpNoMore();

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.codes()).contains("older-than-needed");
        assertThat(looked(run).get(0).lost()).isPositive();
    }

    @Test
    void one_that_is_rotten_is_no_good_one() throws IOException {
        rotten.add("k-2");

        assertThat(looked(rehearsal.run(Kiosk.LOST)))
                .extracting(Event.Looked::name, Event.Looked::condition)
                .startsWith(tuple("k-2", Condition.NOT_WHOLE), tuple("k-1", Condition.GOOD));
    }

    @Test
    void damaged_data_that_a_page_leaves_is_what_a_bad_generation_holds() throws IOException {
        later = true;
        rehearsal.kiosk().replace(Kiosk.MEND, "pass show backup-passphrase | fetch-backup db", "echo never mind");

        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(looked(run).get(0).condition()).isEqualTo(Condition.DAMAGED);
        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void a_repository_that_cannot_be_asked_is_told() throws IOException {
        rehearsal
                .engine()
                .everywhere((host, command) -> Program.script(command)
                        .filter("copy-repository.sh"::equals)
                        .map(script -> Outcomes.failed(1, "there is no repository at /srv/backups")));

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("repository-unreadable");
    }

    /** Of two names nobody knows which of them a write would come back from. */
    @Test
    void where_a_repository_holds_several_things_none_is_graded() throws IOException {
        rehearsal.machines().backsUpNoMore();
        rotten.add("several");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.events(Event.GenerationsLooked.class)).isEmpty();
        assertThat(run.codes()).doesNotContain("older-than-needed");
    }

    @Test
    void only_who_types_waits_for_the_copy() throws IOException {
        Semaphore ordered = new Semaphore(0);
        Semaphore typed = new Semaphore(0);
        AtomicBoolean beside = new AtomicBoolean();
        AtomicBoolean tooEarly = new AtomicBoolean();
        rehearsal.engine().before("main: order db", ordered::release);
        rehearsal.machines().shell().knows("begin-typing", said -> {
            typed.release();
            return "";
        });
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.RESTORE,
                        "pass show backup-passphrase | fetch-backup db",
                        "begin-typing\npass show backup-passphrase | fetch-backup db");
        whileCopying = () -> {
            beside.set(acquired(ordered, Duration.ofSeconds(30)));
            tooEarly.set(acquired(typed, Duration.ofMillis(300)));
        };

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).as(run.codes().toString()).isEqualTo(Verdict.PASSED);
        assertThat(beside).isTrue();
        assertThat(tooEarly).isFalse();
        assertThat(typed.availablePermits()).isPositive();
    }

    private static boolean acquired(Semaphore permits, Duration within) {
        try {
            return permits.tryAcquire(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Event.Looked> looked(Rehearsal.Result run) {
        assertThat(run.events(Event.GenerationsLooked.class))
                .as(run.judgement().findings().toString())
                .hasSize(1);
        return run.events(Event.GenerationsLooked.class).get(0).newest();
    }

    private Optional<Outcome> borg(FakeHost host, Command command) {
        if (command.arguments().equals(List.of("date", "+%s.%N"))) {
            Instant now = EPOCH.plus(rehearsal.ticker().elapsed());
            return Optional.of(Outcomes.ok("%d.%09d\n".formatted(now.getEpochSecond(), now.getNano())));
        } else if (command.arguments().get(0).equals("rm")) {
            removed.add(command.arguments().get(2));
            return Optional.of(Outcomes.ok(""));
        }
        String script = Program.script(command).orElse("");
        if (script.equals("copy-repository.sh")) {
            String aside = "/srv/.looked-at-" + copies.incrementAndGet();
            copied.add(aside);
            if (copies.get() < AFTER_THE_STRIKE) {
                right = rehearsal.ticker().elapsed();
            } else {
                whileCopying.run();
            }
            return Optional.of(Outcomes.ok(aside + "\n"));
        } else if (script.equals("ask-borg.sh")) {
            passphrases = command.input();
            return Optional.of(asked(Program.arguments(command)));
        }
        return Optional.empty();
    }

    private Outcome asked(List<String> words) {
        if (words.get(1).equals("read")) {
            return rotten.contains(words.get(2)) ? Outcomes.failed(1, "rotten") : Outcomes.ok("");
        }
        String second = rotten.contains("several") ? "uploads-2" : "k-2";
        List<String> all = List.of(
                archive("k-1", right.minusSeconds(1)), archive(second, right), archive("k-3", right.plusSeconds(3600)));
        return Outcomes.ok(
                "{\"archives\":[" + all.stream().limit(later ? 3 : 2).collect(Collectors.joining(",")) + "]}");
    }

    private static String archive(String name, Duration at) {
        String begun = LocalDateTime.ofInstant(EPOCH.plus(at), ZoneOffset.UTC).toString();
        return "{\"archive\":\"%s\",\"hostname\":\"db\",\"start\":\"%s\",\"end\":\"%s\"}".formatted(name, begun, begun);
    }
}
