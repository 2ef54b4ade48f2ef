package dev.blackstart.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.ThisMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are lines of a file, deleted by what a drill says. */
class DeletedArchivesTest {
    private static final String DELETE = "for name; do sed -i \"/^$name$/d\" \"$ARCHIVES\"; done";

    @TempDir
    private Path directory;

    private Path archives;

    @BeforeEach
    void keep() throws IOException {
        archives = Files.write(directory.resolve("archives"), List.of("monday", "tuesday", "wednesday"));
    }

    @Test
    void the_newest_are_deleted_with_what_was_set_up_before_and_told_by_their_names() throws IOException {
        assertThat(spoil(2, DELETE))
                .isEqualTo("db: the newest 2 archives of 3 at db:/srv/backups deleted, and no longer listed:"
                        + " tuesday, wednesday");
        assertThat(archives).content().isEqualTo("monday\n");
    }

    @Test
    void a_deletion_that_ends_well_and_leaves_them_there_is_none() {
        assertThatThrownBy(() -> spoil(1, "true"))
                .isInstanceOf(BackupException.class)
                .hasMessage("the archives at db:/srv/backups were deleted from db, and are still listed: wednesday");
    }

    @Test
    void a_deletion_that_is_refused_is_none() {
        assertThatThrownBy(() -> spoil(1, "echo '403 Forbidden' >&2; exit 1"))
                .isInstanceOf(BackupException.class)
                .hasMessage("on db, this did not end well: echo '403 Forbidden' >&2; exit 1: 403 Forbidden");
    }

    @Test
    void more_than_there_are_cannot_be_deleted_and_none_is() throws IOException {
        assertThatThrownBy(() -> spoil(4, DELETE))
                .isInstanceOf(BackupException.class)
                .hasMessage("db lists 3 archives, and 4 are to be deleted");
        assertThat(archives).content().hasLineCount(3);
    }

    @Test
    void what_must_be_refused_and_is_leaves_all_listed() throws IOException {
        String told = spoil(2, "echo '403 Forbidden' >&2; exit 1", true);

        assertThat(told)
                .isEqualTo("db: tried to delete the newest 2 archives at db:/srv/backups, and all are still listed:"
                        + " 403 Forbidden");
        assertThat(spoil(1, "true", true)).endsWith("all are still listed");
        assertThat(archives).content().hasLineCount(3);
    }

    @Test
    void what_must_be_refused_and_is_not_is_told_by_what_is_gone_also_where_the_tool_ends_badly() {
        assertThatThrownBy(() -> spoil(2, DELETE + "; exit 1", true))
                .isInstanceOf(BackupException.class)
                .hasMessage("the archives at db:/srv/backups could be deleted from db, which must be refused; gone:"
                        + " tuesday, wednesday");
    }

    private String spoil(int newest, String delete) {
        return spoil(newest, delete, false);
    }

    private String spoil(int newest, String delete, boolean refused) {
        ThisMachine host = new ThisMachine(directory);
        BackupSource source = BackupSource.KINDS
                .read("directory", key -> Optional.of("/srv/backups"))
                .orElseThrow();
        ArchiveTool tool =
                new ArchiveTool("db", newest, Optional.of("export ARCHIVES=" + archives), "cat \"$ARCHIVES\"", delete);
        BackupDamage damage = refused ? new RefusedDeletion(tool) : new DeletedArchives(tool);
        return damage.carryOut(new BackupDamage.Target(host, host, source, new Random(1), new FakeTicker()))
                .what();
    }
}
