package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
final class BaseImageTest {
    private static final String REFUSES = "127.0.0.1:1/debian:bookworm-slim";

    private final Api api = Api.connect(EngineSearch.ofThisUser().find());
    private final Images images = new Images(api, RegistryLogins.ofThisUser());
    private final BaseImage.Names names =
            new BaseImage.Names(REFUSES, "blackstart/test-" + UUID.randomUUID() + ":bookworm");

    @TempDir
    private Path directory;

    @AfterEach
    void remove() {
        if (images.find(names.bootstrapped()).isPresent()) {
            api.tell(
                    "remove a test's image",
                    docker -> docker.removeImageCmd(names.bootstrapped()).exec());
        }
        api.close();
    }

    @Test
    void where_no_registry_answers_it_is_bootstrapped_once() throws IOException {
        bootstrapping("for file; do :; done; echo made >> " + directory + "/count; tar -cf \"$file\" -C " + directory
                + " mmdebstrap");
        List<String> said = new ArrayList<>();
        assertThat(base().ensure(said::add)).isEqualTo(names.bootstrapped());
        assertThat(base().ensure(said::add)).isEqualTo(names.bootstrapped());
        assertThat(directory.resolve("count")).hasContent("made");
        assertThat(said).hasSize(2).last().asString().contains("bootstrap");
    }

    @Test
    void without_the_program_the_command_that_mends_it_is_named() {
        assertThatThrownBy(() -> base().ensure(line -> {}))
                .isInstanceOfSatisfying(
                        EngineException.class, e -> assertThat(e.hint()).contains("apt-get install mmdebstrap"));
    }

    @Test
    void a_bootstrap_that_fails_shows_its_last_words() throws IOException {
        bootstrapping("echo 'E: no mirror' >&2; exit 25");
        assertThatThrownBy(() -> base().ensure(line -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("it ended with 25")
                .hasMessageContaining("E: no mirror");
    }

    private BaseImage base() {
        return new BaseImage(
                api,
                images,
                RegistryLogins.ofThisUser(),
                new Mmdebstrap(directory.toString()),
                directory.resolve("lock"),
                names);
    }

    private void bootstrapping(String script) throws IOException {
        Path program = Files.writeString(directory.resolve("mmdebstrap"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
