package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Came;
import dev.blackstart.testing.FakeShell;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a database and uploads: the recovery fails at the database, whatever the uploads come from. */
class WhatComesBackWithoutABackupTest {
    private static final String WITHOUT_BACKUP = "without a backup";
    private static final String UPLOADS = "/srv/uploads";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
        rehearsal
                .engine()
                .everywhere((host, command) ->
                        Program.script(command).filter("command.sh"::equals).isPresent()
                                ? Optional.of(Outcomes.ok(listed(host.below(UPLOADS).keySet().stream()
                                        .map(name -> name + "\t"
                                                + host.text(UPLOADS + "/" + name)
                                                        .orElseThrow() + "\n")
                                        .collect(Collectors.joining()))))
                                : Optional.empty());
        rehearsal.machines().shell().knows("unpack-the-image", this::unpack).knows("fetch-uploads", typed -> {
            if (typed.replica().host("offsite").below("/srv/backups").isEmpty()) {
                throw new FakeShell.Failure(4, "there are no uploads");
            }
            return unpack(typed);
        });
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.COMPOSE,
                        "state: [{ kind: postgresql, name: kiosk }]",
                        "state: [{ kind: postgresql, name: kiosk }, { kind: command, name: uploads, run: list }]")
                .replace(Kiosk.COMMISSION, "create-database", "create-database\nunpack-the-image");
    }

    private static String listed(String lines) {
        return lines.isEmpty() ? "\nend\t1\n" : lines + "\nend\t0\n";
    }

    private String unpack(FakeShell.Typed typed) {
        List.of("a.png", "b.png").forEach(name -> typed.host().put(UPLOADS + "/" + name, "a picture"));
        return "";
    }

    private Rehearsal.Result uploadsBy(String verb) throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.RESTORE,
                        "## 3. Back up again",
                        "## The uploads\n\n```sh on=db\n" + verb + "\n```\n\n## 3. Back up again");
        return rehearsal.run(Kiosk.LOST);
    }

    private static Came came(Rehearsal.Result run, String state) {
        return run.control(WITHOUT_BACKUP).ruled().states().stream()
                .filter(looked -> looked.state().equals(state))
                .map(Event.StateLooked::came)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_state_that_a_later_step_brings_from_an_image_is_found() throws IOException {
        Rehearsal.Result run = uploadsBy("unpack-the-image");

        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("not-from-a-backup"))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("uploads on db came back without a backup (2 of 2 values as before)");
        assertThat(run.control(WITHOUT_BACKUP).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(run.control(WITHOUT_BACKUP).ruled().explanation())
                .contains("there is no backup", "but uploads on db came back");
        assertThat(came(run, "kiosk")).isNotEqualTo(Came.YES);
    }

    @Test
    void so_is_one_that_the_very_block_brings_which_fails_for_want_of_a_backup() throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "| fetch-backup db", "| fetch-backup db\nssh db unpack-the-image");

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(came(run, "uploads")).isEqualTo(Came.YES);
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void so_is_one_that_came_with_the_blank_server() throws IOException {
        rehearsal.engine().everywhere((host, command) -> {
            if (host.name().equals("db") && Program.line(command).contains("authorized_keys")) {
                List.of("a.png", "b.png").forEach(name -> host.put(UPLOADS + "/" + name, "a picture"));
            }
            return Optional.empty();
        });

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(came(run, "uploads")).isEqualTo(Came.YES);
        assertThat(run.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void one_that_only_a_backup_brings_does_not_come_back() throws IOException {
        Rehearsal.Result run = uploadsBy("fetch-uploads");

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(run.control(WITHOUT_BACKUP).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(came(run, "uploads")).isEqualTo(Came.NO);
    }

    @Test
    void a_server_that_does_not_run_without_a_backup_could_not_be_looked_at_and_is_no_fault() throws IOException {
        Rehearsal.Result run = uploadsBy("fetch-uploads");

        assertThat(came(run, "kiosk")).isEqualTo(Came.UNTOLD);
        assertThat(run.codes()).doesNotContain("not-from-a-backup", "control-failed");
    }

    @Test
    void what_comes_after_the_step_that_failed_is_told_of_as_pressed_on() throws IOException {
        Rehearsal.Result run = uploadsBy("fetch-uploads");

        assertThat(run.events(WITHOUT_BACKUP, Event.StepEnded.class))
                .extracting(Event.StepEnded::number)
                .containsExactly(1, 2);
        assertThat(run.events(WITHOUT_BACKUP, Event.PressedOn.class))
                .extracting(Event.PressedOn::number)
                .containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void what_is_said_to_be_rebuilt_need_come_from_no_backup_and_the_report_says_so() throws IOException {
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.COMPOSE,
                        "name: uploads, run: list",
                        "name: uploads, run: list, rebuilt: the page makes them anew");

        Rehearsal.Result run = uploadsBy("unpack-the-image");

        assertThat(run.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(came(run, "uploads")).isEqualTo(Came.YES);
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals("rebuilt"))
                .extracting(Finding::message)
                .containsExactly("uploads on db need not come from a backup, because the page makes them anew; nothing"
                        + " proves that one holds it");
    }
}
