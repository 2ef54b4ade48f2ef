package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Proof;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Entry;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.FakePostgres;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.FakeShell;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that must not pass, carried out: what each lacks is what the drill needs. */
class TheControlsOfARunTest {
    private static final String FETCH = "pass show backup-passphrase | fetch-backup db";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;
    private final Map<FakeReplica, Integer> asked = new ConcurrentHashMap<>();

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void where_no_machine_is_lost_the_step_that_fetches_the_backup_fails_without_one() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.trial("without a backup")).satisfies(trial -> {
            assertThat(trial.without().excerpt()).contains("there is no backup");
            assertThat(trial.then()).contains(Event.StepOutcome.DONE);
        });
    }

    @Test
    void without_its_account_the_provider_sells_nothing() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without hosting-login").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.trial("without hosting-login").without()).satisfies(step -> {
            assertThat(step.reason()).startsWith("hoster-a asks for hosting-login, which cannot be opened here");
            assertThat(step.refused()).contains("hosting-login");
        });
    }

    @Test
    void another_account_is_no_customer() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.trial("with another hosting-login").without().reason())
                .isEqualTo("hoster-a does not accept this hosting-login");
        assertThat(run.proof("hosting-login")).isEqualTo(Proof.NEEDED);
    }

    @Test
    void a_withheld_secret_stops_at_the_step_that_needs_it() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without backup-passphrase").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.trial("without backup-passphrase")).satisfies(trial -> {
            assertThat(trial.without().number()).isEqualTo(2);
            assertThat(trial.tells()).isTrue();
        });
    }

    @Test
    void a_secret_whose_value_nobody_looks_at_is_replaceable() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.RESTORE,
                        "start-database",
                        "start-database\n```\n\n```sh\npass show bank-token | ssh db keep token");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without bank-token").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.control("with another bank-token").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.proof("bank-token")).isEqualTo(Proof.REPLACEABLE);
        assertThat(run.codes()).contains("secret-replaceable");
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void a_wrong_value_that_shows_later_is_given_back_and_the_steps_since_carried_out_again() throws IOException {
        bankAsks("pass show bank-token | ssh db keep token");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.trial("with another bank-token").wentOn()).isTrue();
        assertThat(run.control("with another bank-token").ruled().explanation())
                .contains("401 from the bank")
                .endsWith("given back, and step 4 and what follows it carried out again, it succeeded");
        assertThat(run.proof("bank-token")).isEqualTo(Proof.NEEDED);
        assertThat(run.entries()).extracting(Entry::attempt).doesNotContain("with another bank-token");
    }

    @Test
    void where_steps_cannot_be_carried_out_again_a_wrong_value_is_needed_for_where_it_stopped() throws IOException {
        bankAsks("pass show bank-token | ssh db keep token\n```\n\n```sh\nonly-once");
        Set<FakeReplica> done = ConcurrentHashMap.newKeySet();
        rehearsal.machines().shell().knows("only-once", typed -> {
            if (!done.add(typed.replica())) {
                throw new FakeShell.Failure(1, "there is one already");
            }
            return "";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("with another bank-token").ruled().explanation()).contains("401 from the bank");
        assertThat(run.proof("bank-token")).isEqualTo(Proof.NEEDED);
    }

    @Test
    void of_several_wrong_values_that_one_step_took_the_guilty_one_is_found_out() throws IOException {
        bankAsks("pass show bank-token | ssh db keep token\npass show offsite-login | ssh db keep login");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.proof("bank-token")).isEqualTo(Proof.NEEDED);
        assertThat(run.proof("offsite-login")).isEqualTo(Proof.REPLACEABLE);
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.entries())
                .as("no recovery of its own for either")
                .extracting(Entry::attempt)
                .doesNotContain("with another bank-token", "with another offsite-login");
    }

    /** The bank is asked in vain, and once more with its token alone given back: it knows that one, too, and is not lost. */
    @Test
    void what_somebody_knows_who_is_still_there_is_given_back_first() throws IOException {
        fourAreKept();

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        guiltyIs(run, "bank-token", "offsite-login", "seal", "stamp");
        assertThat(asked.values()).contains(2).allMatch(times -> times <= 2);
    }

    /** The bank is asked in vain, with all, in vain, with all, and once more without the other three. */
    @Test
    void once_the_guilty_one_is_found_the_others_are_taken_away_together() throws IOException {
        fourAreKept();
        nobodyElseKnows("bank-token");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        guiltyIs(run, "bank-token", "offsite-login", "seal", "stamp");
        assertThat(asked.values()).contains(5).allMatch(times -> times <= 5);
    }

    @Test
    void where_another_one_is_guilty_it_is_found_out_all_the_same() throws IOException {
        fourAreKept();
        rehearsal.kiosk().replace(Kiosk.COMPOSE, "bank-token", "seal");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        guiltyIs(run, "bank-token", "offsite-login", "seal", "stamp");
    }

    private void fourAreKept() throws IOException {
        String more = "  %s: { purpose: is kept, store: pass, openedBy: { anyOf: [alice, bob] }, generate: hex }\n";
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.SECRETS,
                        "  bank-token:",
                        more.formatted("seal") + more.formatted("stamp") + "  bank-token:");
        bankAsks("""
                pass show bank-token | ssh db keep token
                pass show offsite-login | ssh db keep login
                pass show seal | ssh db keep seal
                pass show stamp | ssh db keep stamp""");
    }

    private void nobodyElseKnows(String secret) throws IOException {
        rehearsal
                .kiosk()
                .replace(Kiosk.COMPOSE, "    secrets: [%s]\n".formatted(secret), "")
                .replace(Kiosk.COMPOSE, "secrets: { %s: { external: true } }\n".formatted(secret), "");
    }

    private static void guiltyIs(Rehearsal.Result run, String guilty, String... others) {
        assertThat(run.proof(guilty)).isEqualTo(Proof.NEEDED);
        assertThat(List.of(others)).extracting(run::proof).containsOnly(Proof.REPLACEABLE);
        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.entries())
                .as("no recovery of its own for any")
                .extracting(Entry::attempt)
                .noneMatch(attempt -> attempt.startsWith("with another "));
    }

    @Test
    void several_wrong_values_that_cannot_be_told_apart_get_a_recovery_each() throws IOException {
        bankAsks("""
                pass show bank-token | ssh db keep token
                pass show offsite-login | ssh db keep login
                ```

                ```sh
                only-once""");
        Set<FakeReplica> done = ConcurrentHashMap.newKeySet();
        rehearsal.machines().shell().knows("only-once", typed -> {
            if (!done.add(typed.replica())) {
                throw new FakeShell.Failure(1, "there is one already");
            }
            return "";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.proof("bank-token")).isEqualTo(Proof.NEEDED);
        assertThat(run.proof("offsite-login")).isEqualTo(Proof.REPLACEABLE);
        assertThat(run.entries())
                .extracting(Entry::attempt)
                .contains("with another bank-token", "with another offsite-login");
    }

    /** A bank that knows the token of the first server that asked it, and no other. */
    private void bankAsks(String step) throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.RESTORE,
                        "start-database",
                        "start-database\n```\n\n```sh\n" + step + "\n```\n\n```sh\nask-the-bank");
        AtomicReference<String> known = new AtomicReference<>("");
        rehearsal.machines().shell().knows("ask-the-bank", typed -> {
            asked.merge(typed.replica(), 1, Integer::sum);
            String token = typed.replica().host("db").text("/etc/kiosk/token").orElseThrow();
            if (!known.compareAndSet("", token) && !token.equals(known.get())) {
                throw new FakeShell.Failure(1, "401 from the bank");
            }
            return "";
        });
    }

    @Test
    void backups_that_cannot_be_taken_at_one_step_are_taken_at_the_next() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        rehearsal
                .engine()
                .everywhere(
                        (host, command) -> Program.line(command).contains(".withheld-") && asked.incrementAndGet() == 1
                                ? Optional.of(Outcomes.failed(1, "mv: busy"))
                                : Optional.empty());

        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(asked).hasValueGreaterThan(1);
        assertThat(run.trial("without a backup").tells()).isTrue();
    }

    @Test
    void controls_write_nothing_and_ask_no_detector() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.DAMAGED);

        assertThat(run.events("step by step, 1", Event.Struck.class)).hasSize(1);
        assertThat(run.events("step by step, 1", Event.WorkloadStopped.class)).isEmpty();
        assertThat(run.events("step by step, 1", Event.Detected.class)).isEmpty();
        assertThat(run.events(Event.Detected.class)).hasSize(1);
    }

    @Test
    void a_drill_that_passes_without_a_backup_proves_nothing() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, FETCH, "ssh db find-a-copy");
        Map<String, byte[]> copy = new ConcurrentHashMap<>();
        rehearsal
                .engine()
                .before(
                        "main: lose db",
                        () -> copy.putAll(
                                last(rehearsal.engine().opened()).host("db").below(FakePostgres.DATA)));
        rehearsal.machines().shell().knows("find-a-copy", typed -> {
            copy.forEach((file, content) -> typed.host().put(FakePostgres.DATA + "/" + file, content));
            return "there was one";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.codes()).contains("control-passed");
    }

    private static FakeReplica last(List<FakeReplica> all) {
        return all.get(all.size() - 1);
    }

    @Test
    void a_secret_that_is_opened_in_vain_is_found_out() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\n```\n\n```sh\nopen-in-vain");
        rehearsal.machines().shell().knows("open-in-vain", typed -> {
            var opened = typed.host().open("/home/operator/store/bank-token.gpg");
            return opened.isPresent() ? "opened" : "never mind";
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.control("without bank-token").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void an_observer_hears_of_each_control_as_it_begins_and_ends() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.heard())
                .containsSubsequence("begun: without a backup", "ended: without a backup")
                .containsSubsequence("begun: without hosting-login", "ended: without hosting-login")
                .last()
                .isEqualTo("reported: " + run.directory().getFileName());
    }

    @Test
    void a_drill_that_fails_is_not_controlled() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "exit 1");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.judgement().controls()).isEmpty();
    }

    @Test
    void backups_that_cannot_be_emptied_make_no_control() throws IOException {
        for (String words : List.of("-delete", ".withheld-")) {
            rehearsal
                    .engine()
                    .everywhere(
                            Program.when("offsite", words, () -> Outcomes.failed(1, "find: Read-only file system")));
        }

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.control("without a backup").ruled().explanation()).contains("Read-only file system");
    }

    @Test
    void a_step_that_nobody_misses_is_believed_and_not_proven() throws IOException {
        rehearsal
                .kiosk()
                .write(Kiosk.RESTORE, "# Bob is gone\n\n```sh\ncount\n```\n\n```sh\nsleep 1\n```\n")
                .replace(Kiosk.LOST, "lose: { service: db }", "lose: { people: [bob] }");
        AtomicInteger counted = new AtomicInteger();
        rehearsal.machines().shell().knows("count", typed -> "" + counted.incrementAndGet());

        Rehearsal.Result run = rehearsal.provingSteps().run(Kiosk.LOST);

        assertThat(counted).as("in the drill itself, and without step 2").hasValue(2);
        assertThat(run.control("without step 1").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.control("without step 1").ruled().where().line()).isEqualTo(3);
        assertThat(run.codes()).contains("step-unproven");
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void steps_are_left_out_only_where_somebody_asks_for_it() throws IOException {
        assertThat(rehearsal.run(Kiosk.LOST).judgement().controls())
                .extracting(result -> result.control().word())
                .doesNotContain("step-left-out");
    }
}
