package dev.blackstart.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsAloneTest {
    @TempDir
    Path directory;

    Path inventory;

    @BeforeEach
    void write_an_inventory_and_nothing_else() throws IOException {
        inventory = directory.resolve("secrets.yaml");
        Files.writeString(inventory, """
                people: { alice: {}, bob: {} }
                stores: { pass: { kind: openpgp, path: store } }
                secrets:
                  safe-code: { purpose: opens the safe, store: pass, openedBy: { anyOf: [alice, bob] }, heldBy: [db] }
                """);
    }

    @Test
    void an_inventory_is_enough() {
        Definitions read = DefinitionReader.readDocuments(directory);

        assertThat(read.problems()).map(Finding::render).isEmpty();
        assertThat(read.environments().get(0).inventory().secrets()).containsOnlyKeys("safe-code");
    }

    @Test
    void it_may_be_named_itself() {
        assertThat(DefinitionReader.readDocuments(inventory).environments()).hasSize(1);
    }

    @Test
    void where_there_is_a_compose_file_it_is_checked_too() throws IOException {
        Files.writeString(directory.resolve("compose.yaml"), "services: {}\n");

        assertThat(DefinitionReader.readDocuments(directory).broken()).isTrue();
    }

    @Test
    void a_directory_that_is_not_there_is_a_fault() {
        Definitions read = DefinitionReader.readDocuments(directory.resolve("nowhere"));

        assertThat(read.problems()).map(Finding::message).containsExactly("no such directory");
        assertThat(read.environments()).isEmpty();
    }

    @Test
    void a_directory_without_an_inventory_is_a_fault() throws IOException {
        Files.delete(inventory);

        assertThat(DefinitionReader.readDocuments(directory).broken()).isTrue();
    }
}
