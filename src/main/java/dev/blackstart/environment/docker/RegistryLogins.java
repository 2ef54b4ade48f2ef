package dev.blackstart.environment.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.NameParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logins that this user has at image registries: those of the docker command, from {@code DOCKER_AUTH_CONFIG} or its
 * {@code config.json}, and from the credential helpers that are named there. One that cannot be had is told, and the
 * registry is asked without it.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/#credential-stores">credential stores</a>
 */
final class RegistryLogins {
    private static final Pattern FROM = Pattern.compile(
            "^\\s*FROM\\s+(?:--\\S+\\s+)*([^\\s$]+)\\s*(?:AS\\s|$)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final Map<String, String> environment;
    private final Path home;

    RegistryLogins(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    static RegistryLogins ofThisUser() {
        return new RegistryLogins(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** The login at the registry of this image. */
    Optional<AuthConfig> ofImage(String image, Consumer<String> progress) {
        return at(registry(image), config(progress), progress);
    }

    /** The logins at every registry that a Dockerfile, or an argument of its build, names. */
    AuthConfigurations ofBuild(String dockerfile, Map<String, String> arguments, Consumer<String> progress) {
        JsonNode config = config(progress);
        AuthConfigurations logins = new AuthConfigurations();
        registries(dockerfile + "\n" + String.join("\n", arguments.values()), config)
                .forEach(registry -> at(registry, config, progress).ifPresent(logins::addConfig));
        return logins;
    }

    private static Set<String> registries(String text, JsonNode config) {
        Set<String> registries = new TreeSet<>(Set.of(AuthConfig.DEFAULT_SERVER_ADDRESS));
        Stream.of("auths", "credHelpers")
                .forEach(kind -> config.path(kind).fieldNames().forEachRemaining(registry -> {
                    if (text.contains(host(registry))) {
                        registries.add(registry);
                    }
                }));
        Matcher from = FROM.matcher(text);
        while (from.find()) {
            registries.add(registry(from.group(1)));
        }
        return registries;
    }

    private Optional<AuthConfig> at(String registry, JsonNode config, Consumer<String> progress) {
        return helper(registry, config)
                .flatMap(name -> new CredentialHelper(name, environment.getOrDefault("PATH", ""))
                        .login(
                                registry,
                                problem ->
                                        progress.accept(problem + ": asking " + host(registry) + " without a login")))
                .or(() -> written(registry, config));
    }

    private static Optional<String> helper(String registry, JsonNode config) {
        return entry(config.path("credHelpers"), registry)
                .map(Map.Entry::getValue)
                .or(() -> Optional.of(config.path("credsStore")))
                .map(name -> name.asText("").strip())
                .filter(name -> !name.isEmpty());
    }

    private static Optional<AuthConfig> written(String registry, JsonNode config) {
        return entry(config.path("auths"), registry).flatMap(entry -> {
            JsonNode login = entry.getValue();
            String[] both = decoded(login.path("auth").asText("")).split(":", 2);
            AuthConfig found = new AuthConfig().withRegistryAddress(entry.getKey());
            if (login.hasNonNull("identitytoken")) {
                return Optional.of(found.withUsername(both[0])
                        .withIdentityToken(login.path("identitytoken").asText()));
            }
            return both.length == 2 ? Optional.of(found.withUsername(both[0]).withPassword(both[1])) : Optional.empty();
        });
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The entry of a registry, however its address was written when somebody logged in. */
    private static Optional<Map.Entry<String, JsonNode>> entry(JsonNode byRegistry, String registry) {
        return byRegistry.properties().stream()
                .filter(entry -> host(entry.getKey()).equals(host(registry)))
                .findFirst();
    }

    private static String host(String registry) {
        return registry.replaceFirst("^https?://", "").replaceFirst("/.*", "");
    }

    private static String registry(String image) {
        return NameParser.resolveRepositoryName(NameParser.parseRepositoryTag(image).repos).hostname;
    }

    private JsonNode config(Consumer<String> progress) {
        String given = environment.getOrDefault("DOCKER_AUTH_CONFIG", "");
        Path file = Path.of(environment.getOrDefault(
                        "DOCKER_CONFIG", home.resolve(".docker").toString()))
                .resolve("config.json");
        try {
            if (!given.isBlank()) {
                return new ObjectMapper().readTree(given);
            }
            return Files.exists(file) ? new ObjectMapper().readTree(file.toFile()) : MissingNode.getInstance();
        } catch (IOException e) {
            // Not its message: it quotes the text, and with it a password.
            progress.accept((given.isBlank() ? file : "DOCKER_AUTH_CONFIG")
                    + " is no JSON: registries are asked without a login");
            return MissingNode.getInstance();
        }
    }
}
