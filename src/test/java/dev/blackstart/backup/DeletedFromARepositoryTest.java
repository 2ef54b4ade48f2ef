package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.machine.Command;
import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that a real borg deletes from a repository that is append-only, and what a page of ours does about it. */
@Tag(RealTools.TAG)
class DeletedFromARepositoryTest {
    private static final Path PAGE = Path.of("environments/snowdrift/runbooks/restore-deleted-archives.md");

    @TempDir
    private Path directory;

    private RealBorg borg;

    @BeforeEach
    void keep() throws IOException {
        borg = new RealBorg(directory);
    }

    @Test
    void the_deletion_looks_as_if_it_had_worked_and_going_back_before_it_brings_all_of_it_back() throws IOException {
        List<String> before = transactions();
        assertThat(delete()).endsWith("deleted, and no longer listed: 2, 3");
        assertThat(transactions()).hasSize(before.size() + 1);

        rollBack(before.get(before.size() - 1));

        assertThat(borg.run("list", "--short").out()).isEqualTo("1\n2\n3\n");
        assertThat(borg.run("extract", "--dry-run", "::3").succeeded()).isTrue();
        assertThat(Set.copyOf(transactions())).isEqualTo(Set.copyOf(before));
        assertThat(borg.run("create", "::4", directory.resolve("dump").toString())
                        .succeeded())
                .isTrue();
    }

    private String delete() {
        BackupSource repository = BackupSource.KINDS
                .read("directory", key -> Optional.of(borg.repository().toString()))
                .orElseThrow();
        ArchiveTool tool =
                new ArchiveTool("db", 2, Optional.of(borg.environment()), "borg list --short", "borg delete :: \"$@\"");
        return new DeletedArchives(tool)
                .carryOut(
                        new BackupDamage.Target(borg.host(), borg.host(), repository, new Random(1), new FakeTicker()))
                .what();
    }

    /** With the script that the page has for it. */
    private void rollBack(String transaction) throws IOException {
        Matcher script =
                Pattern.compile("(?s)cat > ~/roll-back <<'END'\n(.*?)\nEND\n").matcher(Files.readString(PAGE));
        assertThat(script.find()).isTrue();
        String here = script.group(1)
                .replace("/srv/borg", directory.toString())
                .replace(" db ", " repository ")
                .replace("../db/", "../repository/");
        assertThat(borg.host().run(Command.as("root", "bash", "-s", transaction).with(here)))
                .satisfies(rolled ->
                        assertThat(rolled.succeeded()).as(rolled.err()).isTrue());
        Files.move(borg.repository(), directory.resolve("attacked"));
        Files.move(directory.resolve("before"), borg.repository());
        borg.forget();
    }

    private List<String> transactions() throws IOException {
        return Files.readAllLines(borg.repository().resolve("transactions")).stream()
                .map(line -> line.replaceAll("transaction (\\d+),.*", "$1"))
                .toList();
    }
}
