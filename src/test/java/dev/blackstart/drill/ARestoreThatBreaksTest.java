package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.history.Verdict;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.FakeReplica;
import dev.blackstart.testing.FakeShell;
import dev.blackstart.testing.FakeUploads;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database and uploads come back from their backups, and not as they should: none of it passes, and each says why. */
class ARestoreThatBreaksTest {
    private static final String PICTURES = FakeUploads.DIRECTORY + "/";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;
    private final Map<String, byte[]> backup = new ConcurrentHashMap<>();

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory)).quick();
        rehearsal
                .engine()
                .everywhere(new FakeUploads())
                .everywhere(Program.when(
                        "from attachments", () -> Outcomes.ok("{\"path\": \"a.png\"}\n{\"path\": \"b.png\"}\n")))
                .before("main: lose db", () -> backup.putAll(db().below(FakeUploads.DIRECTORY)));
        rehearsal
                .machines()
                .shell()
                .knows("take-uploads", typed -> {
                    List.of("a.png", "b.png").forEach(name -> typed.host().put(PICTURES + name, name));
                    FakeUploads.own(typed.host(), "www");
                    return "";
                })
                .knows("fetch-uploads", typed -> {
                    backup.forEach((name, content) -> typed.host().put(PICTURES + name, content));
                    FakeUploads.own(typed.host(), typed.words().get(0));
                    return "";
                })
                .knows("forget", typed -> {
                    typed.host().delete(PICTURES + typed.words().get(0));
                    return "";
                });
        rehearsal
                .kiosk()
                .replace(
                        Kiosk.COMPOSE,
                        "name: kiosk }]",
                        "name: kiosk, references: { files: /srv/uploads, by: select path from attachments } },"
                                + " { kind: files, path: /srv/uploads }]")
                .replace(Kiosk.COMMISSION, "create-database", "create-database\ntake-uploads");
    }

    private FakeHost db() {
        List<FakeReplica> opened = rehearsal.engine().opened();
        return opened.get(opened.size() - 1).host("db");
    }

    private Rehearsal.Result restoredBy(String lines) throws IOException {
        rehearsal.kiosk().replace(Kiosk.RESTORE, "start-database", "start-database\n" + lines);
        return rehearsal.run(Kiosk.LOST);
    }

    private static void assertFailed(Rehearsal.Result run, String code, String... words) {
        assertThat(run.verdict()).as("%s", run.judgement().findings()).isEqualTo(Verdict.FAILED);
        assertThat(run.judgement().findings())
                .filteredOn(finding -> finding.code().word().equals(code))
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).contains(words));
    }

    @Test
    void as_it_should_be_it_passes() throws IOException {
        Rehearsal.Result run = restoredBy("fetch-uploads www");

        assertThat(run.codes()).doesNotContain("data-differs", "not-from-a-backup");
        assertThat(run.verdict()).as("%s", run.judgement().findings()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void uploads_of_the_wrong_owner_are_named_with_both_owners() throws IOException {
        assertFailed(restoredBy("fetch-uploads root"), "data-differs", "/srv/uploads", "www", "root");
    }

    @Test
    void two_stores_from_different_moments_do_not_fit_and_the_row_without_its_file_is_named() throws IOException {
        assertFailed(
                restoredBy("fetch-uploads www\nforget b.png"),
                "data-differs",
                "file b.png is missing, and a row names it");
    }

    @Test
    void a_repository_that_stops_in_the_middle_of_a_restore_is_named_by_its_last_words() throws IOException {
        rehearsal.machines().shell().knows("fetch-half", typed -> {
            typed.host().put(PICTURES + "a.png", "a.png");
            throw new FakeShell.Failure(2, "Connection closed by remote host. Is borg working on the server?");
        });

        assertFailed(restoredBy("fetch-half"), "step-failed", "exit code 2: Connection closed by remote host");
    }

    @Test
    void one_of_which_nobody_says_that_it_stopped_is_found_by_what_is_missing() throws IOException {
        rehearsal.machines().shell().knows("fetch-half", typed -> {
            typed.host().put(PICTURES + "a.png", "a.png");
            FakeUploads.own(typed.host(), "www");
            return "done\n";
        });

        assertFailed(restoredBy("fetch-half"), "data-differs", "/srv/uploads/b.png is missing");
    }

    @Test
    void a_full_scratch_disk_is_named_by_the_step_that_needed_it() throws IOException {
        rehearsal.machines().shell().knows("unpack", typed -> {
            throw new FakeShell.Failure(1, "tar: /var/tmp/scratch/base: Cannot write: No space left on device");
        });

        assertFailed(restoredBy("unpack"), "step-failed", "No space left on device");
    }
}
