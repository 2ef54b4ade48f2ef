package dev.blackstart.environment.docker;

import static dev.blackstart.environment.docker.EngineStub.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class HowTheBaseIsHadTest {
    private static final String MIRROR = "mirror.example.org/debian:bookworm-slim";
    private static final String MISSING = json(404, "{\"message\":\"no such image\"}");
    private static final String THERE = json(200, "{\"Id\":\"sha256:1\"}");

    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path home;

    private EngineStub engine;
    private Api api;

    @BeforeEach
    void connect() throws IOException {
        engine = new EngineStub(home)
                .on("/images/blackstart", MISSING)
                .on("bookworm-slim/json", MISSING)
                .on("/images/create", json(200, "{\"status\":\"Pulling\"}"));
        api = Api.connect(engine.address());
        Path docker = Files.createDirectories(home.resolve(".docker"));
        Files.writeString(docker.resolve("config.json"), "{\"credHelpers\":{\"mirror.example.org\":\"test\"}}");
        program("docker-credential-test", "echo '{\"Username\":\"me\",\"Secret\":\"generated\"}'");
    }

    @AfterEach
    void close() throws IOException {
        api.close();
        engine.close();
    }

    @Test
    void a_registry_is_asked_with_the_login_that_the_docker_command_would_use() throws IOException {
        engine.on("bookworm-slim/json", MISSING, MISSING, THERE);
        assertThat(base(new BaseImage.Names(MIRROR, "blackstart/base:bookworm")).ensure(said::add))
                .isEqualTo(MIRROR);
        assertThat(engine.requests("/images/create")).singleElement().satisfies(pull -> {
            assertThat(pull.line()).contains("mirror.example.org");
            assertThat(login(pull.header("x-registry-auth")))
                    .containsEntry("username", "me")
                    .containsEntry("password", "generated");
        });
    }

    @Test
    void a_build_takes_the_logins_along() throws IOException {
        engine.on("/images/blackstart%2Ftest", MISSING, THERE)
                .on("/build", json(200, "{\"stream\":\"done\"}"))
                .on("/images/json", json(200, "[]"));
        Files.writeString(home.resolve("Dockerfile"), "FROM mirror.example.org/debian\n");
        new Images(api, logins())
                .build(
                        "blackstart/test",
                        new DirectoryContext(home, "Dockerfile", List.of("*.sock")),
                        Map.of(),
                        "base",
                        Map.of(),
                        said::add);
        assertThat(engine.requests("/build"))
                .singleElement()
                .satisfies(build -> assertThat(text(build.header("x-registry-config")))
                        .contains("mirror.example.org", "generated"));
    }

    @Test
    void a_registry_that_refuses_is_told_in_its_own_words() throws IOException {
        engine.on("/images/create", json(500, "{\"message\":\"pull access denied\"}"));
        assertThatThrownBy(() -> base(BaseImage.Names.USUAL).ensure(said::add)).isInstanceOf(EngineException.class);
        assertThat(said).last().asString().contains("no registry gives it (pull access denied): bootstrap");
    }

    @Test
    void one_that_is_bootstrapped_is_imported_and_has_no_name_here_meanwhile() throws IOException {
        program(
                "mmdebstrap",
                "for file; do :; done; echo \"$file\" >%1$s/target; ls ${TMPDIR:-/tmp} | grep -c blackstart.*tar >%1$s/named; echo a tar file"
                        .formatted(home));
        engine.on("/images/create", json(500, "{\"message\":\"no network\"}"), json(200, "{\"status\":\"sha256:2\"}"))
                .on("/images/blackstart", MISSING, MISSING, THERE);
        assertThat(base(BaseImage.Names.USUAL).ensure(said::add)).isEqualTo("blackstart/base:bookworm");
        assertThat(engine.requests("fromSrc=-"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).isEqualTo("a tar file\n"));
        assertThat(home.resolve("target")).hasContent("-");
        assertThat(home.resolve("named")).hasContent("0");
    }

    @Test
    void half_a_tar_file_is_not_imported() throws IOException {
        program("mmdebstrap", "echo half; echo 'E: no mirror' >&2; exit 25");
        engine.on("/images/create", json(500, "{\"message\":\"no network\"}"));
        assertThatThrownBy(() -> base(BaseImage.Names.USUAL).ensure(said::add))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("it ended with 25\nE: no mirror");
        assertThat(engine.requests("fromSrc=-")).isEmpty();
    }

    @Test
    void the_mirror_that_Testcontainers_was_told_of_is_asked() throws IOException {
        assertThat(BaseImage.Names.of(Map.of(), home)).isEqualTo(BaseImage.Names.USUAL);
        Files.writeString(home.resolve(".testcontainers.properties"), "hub.image.name.prefix=mirror.example.org/\n");
        assertThat(BaseImage.Names.of(Map.of(), home).official()).isEqualTo(MIRROR);
        assertThat(BaseImage.Names.of(Map.of("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX", "other.example.org/hub/"), home)
                        .official())
                .isEqualTo("other.example.org/hub/debian:bookworm-slim");
    }

    private BaseImage base(BaseImage.Names names) {
        return new BaseImage(
                api, new Images(api, logins()), logins(), new Mmdebstrap(home.toString()), home.resolve("lock"), names);
    }

    private RegistryLogins logins() {
        return new RegistryLogins(Map.of("PATH", home.toString()), home);
    }

    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(home.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static Map<String, Object> login(String header) throws IOException {
        return new ObjectMapper().readValue(text(header), new TypeReference<>() {});
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), java.nio.charset.StandardCharsets.UTF_8);
    }
}
