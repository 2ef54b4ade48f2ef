package dev.blackstart.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.journal.Event.StepOutcome;
import dev.blackstart.store.OpenPgpStore;
import dev.blackstart.store.StoreWatch.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepResultTest {
    private static final OpenPgpStore STORE = new OpenPgpStore("store");

    @Test
    void a_step_that_could_not_decrypt_names_the_secret_it_was_refused() {
        StepResult result =
                failed("gpg: decryption failed: No secret key").opening(seen("account", "passphrase"), STORE::refused);

        assertThat(result.refused()).contains("passphrase");
    }

    @Test
    void a_step_names_the_secret_that_was_not_there_and_not_the_one_that_it_opened_before() {
        StepResult result =
                failed("Error: passphrase is not in the password store.").opening(seen("account"), STORE::refused);

        assertThat(result.refused()).contains("passphrase");
    }

    @Test
    void a_step_that_opened_nothing_is_refused_what_was_not_there() {
        StepResult result =
                failed("Error: passphrase is not in the password store.").opening(seen(), STORE::refused);

        assertThat(result.refused()).contains("passphrase");
    }

    @Test
    void a_step_names_what_a_store_was_seen_to_deny_whatever_its_tool_said() {
        StepResult result = failed("curl: (22) The requested URL returned error: 403")
                .opening(Optional.of(new Seen(List.of("login"), Optional.of("account"))), STORE::refused);

        assertThat(result.refused()).contains("account");
    }

    @Test
    void a_step_that_was_denied_something_and_went_on_was_refused_nothing() {
        StepResult result = StepResult.done()
                .opening(Optional.of(new Seen(List.of("login"), Optional.of("account"))), STORE::refused);

        assertThat(result.refused()).isEmpty();
    }

    @Test
    void a_step_that_failed_for_another_reason_was_refused_nothing() {
        assertThat(failed("disk full")
                        .opening(seen("passphrase"), STORE::refused)
                        .refused())
                .isEmpty();
    }

    @Test
    void a_step_of_which_is_unknown_what_it_opened_tells_nothing() {
        StepResult result = StepResult.done().opening(Optional.empty(), STORE::refused);

        assertThat(result.outcome()).isEqualTo(StepOutcome.CUT);
        assertThat(result.reason()).isEqualTo("the watch on the store broke off");
    }

    @Test
    void a_step_that_has_failed_by_itself_stays_a_failure_whatever_it_opened() {
        Typed timedOut = new Typed(StepOutcome.TIMED_OUT, -1, "", "", "mark");

        StepResult result = StepResult.of(timedOut).opening(Optional.empty(), STORE::refused);

        assertThat(result.outcome()).isEqualTo(StepOutcome.TIMED_OUT);
        assertThat(result.reason()).isEqualTo("its time ran out");
        assertThat(failed("disk full").opening(Optional.empty(), STORE::refused).outcome())
                .isEqualTo(StepOutcome.FAILED);
    }

    @Test
    void a_step_whose_time_ran_out_says_how_long_it_had_and_what_it_left_behind() {
        Typed timedOut = new Typed(StepOutcome.TIMED_OUT, -1, "", "", "mark");

        assertThat(StepResult.outOfTime(timedOut, Duration.ofMinutes(5), 0).reason())
                .isEqualTo("5 min were up");
        assertThat(StepResult.outOfTime(timedOut, Duration.ofSeconds(8), 1).reason())
                .isEqualTo("8 s were up, and 1 process that it had left running was killed");
    }

    private static StepResult failed(String said) {
        return StepResult.of(new Typed(StepOutcome.FAILED, 2, said, said, "mark"));
    }

    private static Optional<Seen> seen(String... secrets) {
        return Optional.of(new Seen(List.of(secrets)));
    }
}
