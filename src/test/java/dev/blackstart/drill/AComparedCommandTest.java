package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.CheckOutcome;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that a drill has verified: by what it must say, or by what it said before the disaster. */
class AComparedCommandTest {
    private static final String RULES = "/etc/kiosk/rules";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
        rehearsal
                .machines()
                .shell()
                .knows("write-rules", typed -> {
                    typed.host().put(RULES, "rule 1\n" + typed.words().get(0) + "\n");
                    return "";
                })
                .knows("show-rules", typed -> typed.host().text(RULES).orElse("none\n"));
        rehearsal.kiosk().replace(Kiosk.COMMISSION, "back-up", "write-rules shut\nback-up");
    }

    @Test
    void that_says_again_what_it_said_passes() throws IOException {
        Rehearsal.Result run = run("show-rules", "start-database\nwrite-rules shut");

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(checked(run).detail()).isEqualTo("as before: rule 1 shut");
    }

    @Test
    void that_says_something_else_fails_and_both_are_shown() throws IOException {
        Rehearsal.Result run = run("show-rules", "start-database\nwrite-rules open");

        assertThat(run.codes()).contains("check-failed");
        assertThat(checked(run).detail()).isEqualTo("line 2 was \"shut\", and is \"open\"");
    }

    @Test
    void of_a_state_that_nobody_brought_back_is_missed() throws IOException {
        Rehearsal.Result run = run("show-rules", "start-database");

        assertThat(checked(run).outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(checked(run).detail()).isEqualTo("line 1 was \"rule 1\", and is \"none\"");
    }

    @Test
    void that_fails_only_now_fails() throws IOException {
        rehearsal
                .machines()
                .shell()
                .knows(
                        "show-rules",
                        typed -> typed.host()
                                .text(RULES)
                                .orElseThrow(() -> new dev.blackstart.testing.FakeShell.Failure(3, "no rules")));

        assertThat(checked(run("show-rules", "start-database")).detail()).startsWith("exit code 3: ");
    }

    @Test
    void that_never_says_the_same_tells_nothing() throws IOException {
        AtomicInteger times = new AtomicInteger();
        rehearsal.machines().shell().knows("count", typed -> "asked " + times.incrementAndGet() + "\n");

        Rehearsal.Result run = run("count", "start-database");

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(checked(run).outcome()).isEqualTo(CheckOutcome.ERROR);
        assertThat(checked(run).detail()).isEqualTo("before the disaster it did not say the same each time");
    }

    @Test
    void that_has_failed_all_the_time_tells_nothing_and_is_found_before_the_strike() throws IOException {
        Rehearsal.Result run = run("no-such-program", "start-database");

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.events(Event.Struck.class)).isEmpty();
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("check-uncalibrated"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("does not hold before the disaster", "no-such-program: command not found"));
    }

    @Test
    void that_says_the_same_without_its_tools_cannot_fail() throws IOException {
        Rehearsal.Result run = run("echo all is well", "start-database");

        assertThat(run.events(Event.Struck.class)).isEmpty();
        assertThat(run.judgement().findings().get(0).message())
                .isEqualTo("check \"the rules\" cannot fail: it says so where it finds none of its tools, too: all is"
                        + " well");
    }

    @Test
    void that_says_what_it_must_without_its_tools_cannot_fail() throws IOException {
        Rehearsal.Result run = run("echo all is well, expect: well", "start-database");

        assertThat(run.codes()).contains("check-uncalibrated");
    }

    @Test
    void that_must_say_something_is_compared_with_nothing() throws IOException {
        Rehearsal.Result run = run("show-rules, expect: shut", "start-database\nwrite-rules shut");
        assertThat(checked(run).detail()).isEqualTo("shut");
    }

    @Test
    void that_does_not_say_what_it_must_fails_with_what_it_said() throws IOException {
        Rehearsal.Result other = run("show-rules, expect: shut", "start-database\nwrite-rules ajar");
        assertThat(checked(other).outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(checked(other).detail()).isEqualTo("expected \"shut\", found \"rule 1 ajar\"");
    }

    @Test
    void on_the_workstation_sees_what_a_page_leaves_there() throws IOException {
        rehearsal.machines().shell().knows("leave-a-key", typed -> {
            FakeHost desk = typed.replica().host("responder");
            desk.put("/dev/shm/key", "");
            return "";
        });
        rehearsal
                .machines()
                .shell()
                .knows(
                        "look-for-keys",
                        typed -> typed.host()
                                .text("/dev/shm/key")
                                .map(key -> "a key is left")
                                .orElse("none is left"));

        Rehearsal.Result run = run("responder", "look-for-keys, expect: none is left", "start-database\nleave-a-key");

        assertThat(checked(run).outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(checked(run).detail()).isEqualTo("expected \"none is left\", found \"a key is left\"");
    }

    private Rehearsal.Result run(String command, String restore) throws IOException {
        return run("db", command, restore);
    }

    private Rehearsal.Result run(String machine, String command, String restore) throws IOException {
        String drill = "drills/compared.drill.yaml";
        String page = "environments/kiosk/runbooks/compared.md";
        Path lost = rehearsal.kiosk().directory().resolve(Kiosk.LOST);
        Path restores = rehearsal.kiosk().directory().resolve(Kiosk.RESTORE);
        rehearsal
                .kiosk()
                .write(
                        drill,
                        java.nio.file.Files.readString(lost)
                                .replace("restore.md", "compared.md")
                                .replace(
                                        "verification:\n",
                                        "verification:\n  - { name: the rules, service: " + machine + ", run: "
                                                + command + " }\n"));
        rehearsal.kiosk().write(page, java.nio.file.Files.readString(restores).replace("start-database", restore));
        return rehearsal.run(drill);
    }

    private static Event.CheckEnded checked(Rehearsal.Result run) {
        Optional<Event.CheckEnded> check = run.events(Event.CheckEnded.class).stream()
                .filter(ended -> ended.name().equals("the rules"))
                .findFirst();
        return check.orElseThrow(() -> new AssertionError(run.judgement().findings()));
    }
}
