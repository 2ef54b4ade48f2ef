package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.control.Absent;
import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill that no control can make fail shows nothing by passing, unless it says why that is accepted. */
class ADrillWithoutControlsTest {
    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
        rehearsal
                .kiosk()
                .write(Kiosk.RESTORE, "# Bob is gone\n\n```sh\nsleep 1\n```\n")
                .replace(Kiosk.LOST, "lose: { service: db }", "lose: { people: [bob] }");
    }

    @Test
    void is_inconclusive_and_says_of_each_kind_why_it_has_none() throws IOException {
        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(found(run, "no-control").message())
                .contains(
                        "without-backup, because nothing is lost that only a backup brings back",
                        "secret-withheld, because recovery opened no documented secret",
                        "everybody-back, because recovery is not expected to be locked out");
    }

    @Test
    void may_say_why_that_is_accepted() throws IOException {
        rehearsal.kiosk().replace(Kiosk.LOST, "environment: kiosk\n", """
                environment: kiosk
                controls: { none: it drills who is called }
                """);

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(found(run, "no-control-accepted")).satisfies(finding -> {
            assertThat(finding.message()).endsWith("that is accepted, because it drills who is called");
            assertThat(finding.place().line()).isEqualTo(3);
        });
    }

    @Test
    void has_those_that_somebody_asks_for() throws IOException {
        assertThat(rehearsal.provingSteps().run(Kiosk.LOST).codes()).doesNotContain("no-control");
    }

    @Test
    void of_one_that_has_some_it_is_known_which_others_it_has_not() throws IOException {
        Rehearsal whole = Rehearsal.of(Kiosk.in(directory));

        assertThat(whole.run(Kiosk.LOST).judgement().absent())
                .extracting(Absent::kind)
                .containsExactlyInAnyOrder("everybody-back", "door-to-another-value", "step-left-out");
    }

    private static Finding found(Rehearsal.Result run, String code) {
        return run.judgement().findings().stream()
                .filter(finding -> finding.code().word().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(run.judgement().findings()));
    }
}
