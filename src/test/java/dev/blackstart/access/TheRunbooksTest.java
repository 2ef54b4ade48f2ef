package dev.blackstart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheRunbooksTest {
    @TempDir
    Path directory;

    private Documents documents;

    @BeforeEach
    void write() throws IOException {
        documents = new Documents(directory).inventory("", """
                backup-key: { purpose: x, store: pass, openedBy: { anyOf: [alice, bob] } }
                mail-key: { purpose: x, store: pass, openedBy: carol }
                """);
    }

    @Test
    void a_runbook_needs_what_its_blocks_open() throws IOException {
        RunbookAccess page = page("""
                ```sh
                pass show backup-key
                ```
                """);

        assertThat(page.name()).isEqualTo("restore.md");
        assertThat(page.secrets()).containsExactly("backup-key");
        assertThat(page.unclear()).isEmpty();
        assertThat(page.numbers().busFactor().size()).isEqualTo(Bounds.exactly(2));
        assertThat(page.numbers().openingSize().orElseThrow().path())
                .map(PathStep::secret)
                .containsExactly("backup-key");
    }

    @Test
    void a_runbook_needs_the_account_of_each_provider_that_it_orders_from() throws IOException {
        assertThat(page("""
                ```blackstart
                provision db
                ```
                """).secrets()).containsExactly("hosting-login");
    }

    @Test
    void a_runbook_needs_the_account_behind_each_console() throws IOException {
        assertThat(page("""
                ```sh console=offsite
                true
                ```
                """).secrets()).containsExactly("offsite-login");
    }

    @Test
    void a_block_over_ssh_needs_no_account() throws IOException {
        assertThat(page("""
                ```sh on=db
                true
                ```
                """).secrets()).isEmpty();
    }

    @Test
    void a_page_that_needs_no_secret_still_needs_somebody() throws IOException {
        Numbers numbers = page("""
                ```sh
                true
                ```
                """).numbers();

        assertThat(numbers.busFactor().size()).isEqualTo(Bounds.exactly(3));
        assertThat(numbers.openingSize().orElseThrow().size()).isEqualTo(Bounds.exactly(1));
        assertThat(numbers.openingSize().orElseThrow().path()).isEmpty();
    }

    @Test
    void what_the_text_does_not_tell_is_said() throws IOException {
        RunbookAccess page = page("""
                ```sh
                true
                pass show "$1"
                ```
                """);

        assertThat(page.unclear()).map(place -> place.line()).containsExactly(3);
    }

    @Test
    void the_page_that_makes_the_environment_needs_nothing_that_is_kept() throws IOException {
        AccessAnswer answer = documents.answer();

        assertThat(answer.runbookAccess()).isEmpty();
        assertThat(answer.runbooks()).isEmpty();
    }

    @Test
    void the_weakest_page_decides() throws IOException {
        documents.runbook("mail", """
                ```sh
                pass show mail-key
                ```
                """);
        documents.runbook("restore", """
                ```sh
                pass show backup-key
                ```
                """);
        AccessAnswer answer = documents.answer();

        assertThat(answer.runbooks().orElseThrow().size()).isEqualTo(Bounds.exactly(1));
        assertThat(answer.below(1)).isEmpty();
        assertThat(answer.below(2)).map(Shortfall::name).containsExactly("mail-key", "mail.md");
        assertThat(answer.below(3))
                .map(one ->
                        one.kind() + " " + one.name() + " " + one.busFactor().size())
                .isEqualTo(List.of(
                        "SECRET mail-key 1", "RUNBOOK mail.md 1", "SECRET backup-key 2", "RUNBOOK restore.md 2"));
        assertThat(answer.singlePoints())
                .filteredOn(point -> point.kind() == SinglePoint.Kind.PERSON)
                .containsExactly(
                        new SinglePoint(SinglePoint.Kind.PERSON, "carol", Set.of("mail-key"), Set.of("mail.md")));
    }

    private RunbookAccess page(String text) throws IOException {
        return documents.runbook("restore", text).answer().runbookAccess().get(0);
    }
}
