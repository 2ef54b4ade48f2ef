package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.blackstart.definition.Service;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("container")
final class ImagesTest {
    private final Api api = Api.connect(EngineSearch.ofThisUser().find());
    private final Images images = new Images(api, RegistryLogins.ofThisUser());
    private final String repository = "blackstart/test-" + UUID.randomUUID();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void remove() {
        api.tell(
                "remove a test's images",
                docker -> docker.listImagesCmd()
                        .withReferenceFilter(repository)
                        .exec()
                        .forEach(image -> docker.removeImageCmd(image.getId())
                                .withForce(true)
                                .exec()));
        api.close();
    }

    @Test
    void the_same_context_is_built_once_and_a_changed_one_anew() throws IOException {
        dockerfile("ENV A=1");
        String first = build();
        assertThat(build()).isEqualTo(first);
        assertThat(said).hasSize(1);
        dockerfile("ENV A=2");
        assertThat(build()).isNotEqualTo(first);
    }

    @Test
    void a_build_that_fails_shows_its_last_lines_and_its_dockerfile() throws IOException {
        dockerfile("RUN echo almost && false");
        assertThatThrownBy(this::build)
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(directory + "/Dockerfile could not be built")
                .hasMessageContaining("returned a non-zero code: 1")
                .hasMessageContaining("almost");
    }

    private String build() {
        return images.build(
                repository,
                DirectoryContext.of(new Service.Build(directory, "Dockerfile", Map.of())),
                Map.of("BASE_IMAGE", BaseImage.Names.USUAL.bootstrapped()),
                "base",
                Map.of(Labels.ENVIRONMENT, "test"),
                said::add);
    }

    private void dockerfile(String line) throws IOException {
        Files.writeString(directory.resolve("Dockerfile"), "ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n" + line + "\n");
    }
}
