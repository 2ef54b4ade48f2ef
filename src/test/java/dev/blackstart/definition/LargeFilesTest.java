package dev.blackstart.definition;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.blackstart.finding.Finding;
import dev.blackstart.finding.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFilesTest {
    private static final long HUNDRED_MEGABYTES = 100L * 1000 * 1000;

    @TempDir
    Path directory;

    @Test
    void a_file_of_100_megabytes_is_refused_without_being_read() throws IOException {
        Path huge = directory.resolve("huge.drill.yaml");
        try (SeekableByteChannel channel = Files.newByteChannel(huge, EnumSet.of(CREATE_NEW, WRITE, SPARSE))) {
            channel.position(HUNDRED_MEGABYTES - 1);
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
        }

        Definitions definitions = DefinitionReader.read(List.of(huge), new ShownPaths(directory));

        assertThat(definitions.problems()).map(Finding::render).containsExactly("""
                        huge.drill.yaml:1:1: the file is larger than 1 MiB
                          HINT: Definitions are small; data belongs into volumes and images.""");
    }

    @Test
    void a_file_that_is_too_large_by_one_byte_is_refused() throws IOException {
        Path large = Files.write(directory.resolve("large.drill.yaml"), new byte[SourceText.MOST_BYTES + 1]);

        assertThat(DefinitionReader.read(List.of(large), new ShownPaths(directory))
                        .problems())
                .map(Finding::message)
                .containsExactly("the file is larger than 1 MiB");
    }

    @Test
    void a_device_without_end_is_no_file() {
        assertThat(SourceText.read(Path.of("/dev/zero"), new ShownPaths(directory), new Problems()))
                .isEmpty();
    }

    @Test
    void brackets_without_end_are_refused_before_they_fill_the_stack() throws IOException {
        Path deep = Files.writeString(directory.resolve("deep.drill.yaml"), "[".repeat(1_000_000));

        assertThat(DefinitionReader.read(List.of(deep), new ShownPaths(directory))
                        .problems())
                .map(Finding::message)
                .containsExactly("nested deeper than 40 levels");
    }

    /** How long that takes is measured by {@code ci/bench/large-page}. */
    @Test
    void quotes_without_end_in_a_runbook_are_read() {
        Problems problems = new Problems();

        assertThat(new RunbookReader(NoNames.names(), problems)
                        .read(HostilePage.of(2_000))
                        .steps())
                .isEmpty();
        assertThat(problems.inOrder()).isEmpty();
    }

    @Test
    void a_chain_of_thousands_of_secrets_is_followed_without_filling_the_stack() {
        Place place = Place.start(Path.of("secrets.yaml"));
        Map<String, DocumentedSecret> secrets = new LinkedHashMap<>();
        for (int i = 0; i < 20_000; i++) {
            AccessFormula next = new AccessFormula.BySecret("s" + (i + 1) % 20_000, place);
            secrets.put(
                    "s" + i, new DocumentedSecret("s" + i, "", "", next, List.of(), Set.of(), Optional.empty(), place));
        }

        SecretOrder order = new SecretOrder(new Inventory(place.file(), Map.of(), Map.of(), secrets));

        assertThat(order.groups()).singleElement().satisfies(circle -> {
            assertThat(circle.members()).hasSize(20_000);
            assertThat(circle.rounds()).isEqualTo(2);
        });
    }
}
