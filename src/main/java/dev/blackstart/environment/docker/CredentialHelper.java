package dev.blackstart.environment.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.AuthConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program that keeps the docker command's logins, such as {@code docker-credential-desktop}.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers">its protocol</a>
 */
final class CredentialHelper {
    private static final long LIMIT_SECONDS = 30;

    /** What all of them say where they have none, by the protocol. */
    private static final String NONE = "credentials not found in native keychain";

    /** Stands where a name would where the secret is a token. */
    private static final String TOKEN = "<token>";

    private final String program;
    private final String searchPath;

    CredentialHelper(String name, String searchPath) {
        this.program = "docker-credential-" + name;
        this.searchPath = searchPath;
    }

    /**
     * Ask for the login at a registry.
     *
     * @param problem gets what is wrong, where it is not merely that there is none
     */
    Optional<AuthConfig> login(String registry, Consumer<String> problem) {
        Optional<Path> found = SearchPath.find(searchPath, program);
        if (found.isEmpty()) {
            problem.accept(program + " is not installed");
            return Optional.empty();
        }
        try {
            return login(registry, found.get(), problem);
        } catch (IOException e) {
            problem.accept(program + " said nothing that could be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Optional<AuthConfig> login(String registry, Path file, Consumer<String> problem)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(file.toString(), "get")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try (OutputStream in = process.getOutputStream()) {
            in.write(registry.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading; what it said counts.
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() == 0) {
            return Optional.of(login(registry, new ObjectMapper().readTree(said)));
        }
        if (!said.equals(NONE)) {
            problem.accept(program + " failed: " + said.lines().findFirst().orElse("it said nothing"));
        }
        return Optional.empty();
    }

    private static AuthConfig login(String registry, JsonNode said) {
        String user = said.path("Username").asText();
        String secret = said.path("Secret").asText();
        AuthConfig login =
                new AuthConfig().withRegistryAddress(said.path("ServerURL").asText(registry));
        return user.equals(TOKEN)
                ? login.withIdentityToken(secret)
                : login.withUsername(user).withPassword(secret);
    }
}
