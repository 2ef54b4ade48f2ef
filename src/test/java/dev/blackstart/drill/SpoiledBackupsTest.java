package dev.blackstart.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.history.Verdict;
import dev.blackstart.journal.Event;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.testing.FakeHost;
import dev.blackstart.testing.Kiosk;
import dev.blackstart.testing.Outcomes;
import dev.blackstart.testing.Program;
import dev.blackstart.testing.Rehearsal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill in which the newest backup rots. */
class SpoiledBackupsTest {
    private static final String BACKUPS = "/srv/backups";
    private static final String NEWEST = BACKUPS + "/the-newest";

    @TempDir
    private Path directory;

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws IOException {
        rehearsal = Rehearsal.of(Kiosk.in(directory));
        rehearsal.kiosk().replace(Kiosk.LOST, "  - lose: { service: db }\n", """
                  - lose: { service: db }
                  - spoil: { service: offsite, damage: flipped-segment }
                """);
        rehearsal.engine().everywhere(SpoiledBackupsTest::rot);
    }

    @Test
    void a_page_that_knows_only_the_newest_backup_fails() throws IOException {
        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(run.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(run.codes()).contains("step-failed");
        assertThat(run.events(Event.Damaged.class))
                .extracting(Event.Damaged::what)
                .contains("offsite: the newest is rotten");
    }

    /** Emptied before, there would be nothing left to rot, and nothing would be told. */
    @Test
    void the_control_without_a_backup_is_struck_like_the_drill_and_then_has_none() throws IOException {
        rehearsal.machines().shell().knows("forget-the-rotten", typed -> {
            typed.host().delete(NEWEST);
            return "";
        });
        rehearsal.kiosk().replace(Kiosk.RESTORE, "provision db\n```\n", """
                provision db
                ```

                ```sh
                ssh offsite forget-the-rotten
                ```
                """);
        rehearsal
                .engine()
                .everywhere((host, command) -> Program.line(command).contains(".withheld-")
                        ? Optional.of(Outcomes.failed(1, "mv: busy"))
                        : Optional.empty());

        Rehearsal.Result run = rehearsal.run(Kiosk.LOST);

        assertThat(run.verdict()).as(run.codes().toString()).isEqualTo(Verdict.PASSED);
        assertThat(run.control("without a backup").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void archives_are_deleted_from_the_host_that_pushes_them() throws IOException {
        List<String> typed = new CopyOnWriteArrayList<>();
        rehearsal.kiosk().replace(Kiosk.LOST, "  - lose: { service: db }\n", """
                  - spoil:
                      service: offsite
                      path: /srv/backups
                      damage: deleted-archives
                      from: db
                      list: list-archives
                      delete: delete-archives "$@"
                  - lose: { service: db }
                """);
        rehearsal.engine().everywhere((host, command) -> {
            List<String> words = command.arguments();
            if (words.size() < 4 || !words.get(2).contains("-archives")) {
                return Optional.empty();
            }
            typed.add(host.name() + ": " + String.join(" ", words.subList(2, words.size())));
            return Optional.of(Outcomes.ok(typed.size() == 1 ? "old\nnew\n" : "old\n"));
        });

        Rehearsal.Result run = rehearsal.quick().run(Kiosk.LOST);

        assertThat(typed)
                .containsExactly(
                        "db: list-archives bash", "db: delete-archives \"$@\" bash new", "db: list-archives bash");
        assertThat(run.events(Event.Damaged.class))
                .extracting(Event.Damaged::what)
                .contains("db: the newest 1 archive of 2 at offsite:/srv/backups deleted, and no longer listed: new");
    }

    private static Optional<Outcome> rot(FakeHost host, Command command) {
        if (!command.arguments().get(0).equals("perl")) {
            return Optional.empty();
        }
        if (host.below(BACKUPS).isEmpty()) {
            return Optional.of(Outcomes.failed(1, "0 files are there, and 1 is to be damaged"));
        }
        host.put(NEWEST, "rotten\nrotten");
        return Optional.of(Outcomes.ok("the newest is rotten\ndone\n"));
    }
}
