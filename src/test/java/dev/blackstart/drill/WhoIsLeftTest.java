package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Proof;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a drill by who can still open the store. */
class WhoIsLeftTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
    }

    @Test
    void where_nobody_is_left_who_can_open_the_door_stays_locked_and_opens_to_everybody() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOCKED_OUT);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.StepEnded.class)).singleElement().satisfies(step -> {
            assertThat(step.refused()).contains("hosting-login");
            assertThat(step.reason()).contains("decryption failed");
        });
        assertThat(run.control("everybody back").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.control("everybody back, with another hosting-login")
                        .ruled()
                        .explanation())
                .contains("hoster-a does not accept this hosting-login");
        assertThat(run.proof("hosting-login")).isEqualTo(Proof.NEEDED);
    }

    @Test
    void a_door_that_opens_to_any_value_locks_nobody_out() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.RESTORE,
                        "## 1. Order a new server\n",
                        "## 1. Order a new server\n\n```sh\npass show offsite-login | ssh offsite keep login\n```\n");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOCKED_OUT);

        assertThat(run.control("everybody back").verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.control("everybody back, with another offsite-login").verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(run.codes()).contains("control-passed");
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void a_lock_out_that_everybody_together_cannot_open_proves_nothing() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "exit 1");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOCKED_OUT);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.codes()).contains("control-failed");
    }

    @Test
    void one_admin_alone_recovers() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "survivors: all", "survivors: [alice]");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.RunStarted.class)).singleElement().satisfies(plan -> {
            assertThat(plan.survivors()).containsExactly("alice");
            assertThat(plan.lost()).containsExactly("bob", "carol");
        });
    }

    @Test
    void only_the_keys_of_who_is_left_get_in_to_the_new_server() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "survivors: all", "survivors: [alice]");

        rehearsal.quick().run(Kiosk.LOST);

        assertThat(rehearsal.engine().opened().get(1).ever())
                .filteredOn(host -> host.name().equals("db"))
                .last()
                .satisfies(host -> assertThat(host.text("/root/.ssh/authorized_keys"))
                        .hasValueSatisfying(
                                keys -> assertThat(keys).contains("alice").doesNotContain("bob")));
    }

    @Test
    void who_is_there_without_a_key_opens_nothing_however_many_they_are() throws IOException {
        rehearsal
                .kiosk()
                .replace(Kiosk.LOCKED_OUT, "lose: { people: [alice, bob] }", "loseAccess: { people: [alice, bob] }");
        rehearsal.kiosk().replace(Kiosk.LOCKED_OUT, "survivors: all", "survivors: [alice, bob]");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOCKED_OUT);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.events(Event.RunStarted.class)).singleElement().satisfies(plan -> {
            assertThat(plan.survivors()).isEmpty();
            assertThat(plan.disasters()).contains("the keys, shares and laptops of alice, bob are gone");
        });
        assertThat(run.control("everybody back").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void without_anybody_who_can_open_it_an_expected_recovery_fails() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "survivors: all", "survivors: [carol]");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.judgement().findings().get(0).hint()).contains("who can open hosting-login");
    }
}
