package dev.blackstart.environment.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.AuthConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class RegistryLoginsTest {
    private static final String HUB = "https://index.docker.io/v1/";

    /** {@code me:pass:word} */
    private static final String MINE = "{\"auth\":\"bWU6cGFzczp3b3Jk\"}";

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path home;

    @TempDir
    private Path bin;

    @Test
    void without_a_file_registries_are_asked_without_a_login() {
        assertThat(logins().ofImage("debian:bookworm-slim", said::add)).isEmpty();
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://index.docker.io/v1/, debian:bookworm-slim",
        "https://index.docker.io/v1/, library/debian",
        "registry.example.org, registry.example.org/team/debian:12",
        "https://registry.example.org, registry.example.org/team/debian:12",
        "registry.example.org:5000, registry.example.org:5000/debian"
    })
    void a_login_is_known_by_the_registry_of_the_image(String registry, String image) throws IOException {
        config("{\"auths\":{\"%s\":%s}}".formatted(registry, MINE));
        assertThat(logins().ofImage(image, said::add)).hasValue(login(registry, "me", "pass:word"));
    }

    @Test
    void another_registrys_login_is_not_sent() throws IOException {
        config("{\"auths\":{\"registry.example.org\":%s}}".formatted(MINE));
        assertThat(logins().ofImage("registry.example.com/debian", said::add)).isEmpty();
        assertThat(logins().ofImage("debian", said::add)).isEmpty();
    }

    @Test
    void a_token_may_stand_for_a_password() throws IOException {
        config("{\"auths\":{\"r.example.org\":{\"auth\":\"bWU6\",\"identitytoken\":\"t\"}}}");
        assertThat(logins().ofImage("r.example.org/debian", said::add))
                .hasValueSatisfying(
                        login -> assertThat(login.getIdentitytoken()).isEqualTo("t"));
    }

    @Test
    void a_helper_is_asked_for_its_registry() throws IOException {
        helper(
                "vault",
                "read registry; printf '{\"ServerURL\":\"%s\",\"Username\":\"me\",\"Secret\":\"s\"}' \"$registry\"");
        config("{\"credHelpers\":{\"r.example.org\":\"vault\"},\"credsStore\":\"nowhere\"}");
        assertThat(logins().ofImage("r.example.org/debian", said::add)).hasValue(login("r.example.org", "me", "s"));
    }

    @Test
    void a_store_is_asked_for_all_others() throws IOException {
        helper(
                "desktop",
                "read registry; [ \"$1 $registry\" = \"get " + HUB
                        + "\" ] && echo '{\"Username\":\"me\",\"Secret\":\"s\"}'");
        config("{\"auths\":{\"%s\":{}},\"credsStore\":\"desktop\"}".formatted(HUB));
        assertThat(logins().ofImage("debian", said::add)).hasValue(login(HUB, "me", "s"));
    }

    @Test
    void a_helpers_token_is_a_token() throws IOException {
        helper("desktop", "echo '{\"Username\":\"<token>\",\"Secret\":\"s\"}'");
        config("{\"credsStore\":\"desktop\"}");
        assertThat(logins().ofImage("debian", said::add)).hasValueSatisfying(login -> {
            assertThat(login.getIdentitytoken()).isEqualTo("s");
            assertThat(login.getPassword()).isNull();
        });
    }

    @Test
    void a_helper_that_has_none_is_no_trouble() throws IOException {
        helper("desktop", "echo credentials not found in native keychain; exit 1");
        config("{\"credsStore\":\"desktop\"}");
        assertThat(logins().ofImage("debian", said::add)).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void a_helper_that_fails_is_told() throws IOException {
        helper("desktop", "echo the keychain is locked; exit 1");
        config("{\"credsStore\":\"desktop\"}");
        assertThat(logins().ofImage("r.example.org/debian", said::add)).isEmpty();
        assertThat(said)
                .containsExactly(
                        "docker-credential-desktop failed: the keychain is locked: asking r.example.org without a login");
    }

    @Test
    void a_helper_that_is_not_there_is_told() throws IOException {
        config("{\"credsStore\":\"desktop\"}");
        assertThat(logins().ofImage("debian", said::add)).isEmpty();
        assertThat(said)
                .containsExactly("docker-credential-desktop is not installed: asking index.docker.io without a login");
    }

    @Test
    void a_file_that_is_broken_is_told_and_not_quoted() throws IOException {
        config("{\"auths\":{\"r.example.org\":{\"auth\":\"c2VjcmV0\"");
        assertThat(logins().ofImage("debian", said::add)).isEmpty();
        assertThat(said)
                .singleElement()
                .asString()
                .contains("config.json is no JSON")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void a_continuous_integration_may_give_it_as_a_variable() throws IOException {
        config("{\"auths\":{\"r.example.org\":{\"auth\":\"bm90Om1l\"}}}");
        environment.put("DOCKER_AUTH_CONFIG", "{\"auths\":{\"r.example.org\":%s}}".formatted(MINE));
        assertThat(logins().ofImage("r.example.org/debian", said::add))
                .hasValue(login("r.example.org", "me", "pass:word"));
    }

    @Test
    void a_build_gets_the_logins_that_its_dockerfile_and_its_arguments_need_and_no_others() throws IOException {
        config(
                "{\"auths\":{\"one.example.org\":%1$s,\"two.example.org\":%1$s,\"three.example.org\":%1$s,\"%2$s\":%1$s}}"
                        .formatted(MINE, HUB));
        String dockerfile = "ARG BASE\nFROM ${BASE}\nCOPY --from=two.example.org/tools /bin/tool /bin/\n";
        assertThat(logins().ofBuild(dockerfile, Map.of("BASE", "one.example.org/debian"), said::add)
                        .getConfigs())
                .containsOnlyKeys("one.example.org", "two.example.org", HUB);
    }

    @Test
    void a_store_is_asked_for_the_registries_of_a_build() throws IOException {
        helper(
                "desktop",
                "read r; case $r in r.example.org) echo '{\"ServerURL\":\"r.example.org\",\"Username\":\"me\",\"Secret\":\"s\"}';;"
                        + " *) echo credentials not found in native keychain; exit 1;; esac");
        config("{\"credsStore\":\"desktop\"}");
        assertThat(logins().ofBuild(
                                "FROM --platform=linux/amd64 r.example.org/debian:12 AS base\n", Map.of(), said::add)
                        .getConfigs())
                .containsOnlyKeys("r.example.org");
    }

    private RegistryLogins logins() {
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        return new RegistryLogins(environment, home);
    }

    private static AuthConfig login(String registry, String user, String password) {
        return new AuthConfig().withRegistryAddress(registry).withUsername(user).withPassword(password);
    }

    private void config(String json) throws IOException {
        Files.writeString(Files.createDirectories(home.resolve(".docker")).resolve("config.json"), json);
    }

    private void helper(String name, String script) throws IOException {
        Path program = Files.writeString(bin.resolve("docker-credential-" + name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
