package dev.blackstart.environment.docker;

import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The image that all others are built on: Debian's official one where it is there or a registry gives it, else one
 * bootstrapped from Debian's packages, once.
 */
final class BaseImage {
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration PULLING = Duration.ofMinutes(5);

    private final Api api;
    private final Images images;
    private final RegistryLogins logins;
    private final Mmdebstrap mmdebstrap;
    private final Path lock;
    private final Names names;

    BaseImage(Api api, Images images, RegistryLogins logins, Mmdebstrap mmdebstrap, Path lock, Names names) {
        this.api = api;
        this.images = images;
        this.logins = logins;
        this.mmdebstrap = mmdebstrap;
        this.lock = lock;
        this.names = names;
    }

    /** Under which names it is looked for. */
    record Names(String official, String bootstrapped) {
        static final Names USUAL = new Names("debian:bookworm-slim", "blackstart/base:bookworm");

        /** With the mirror of Docker Hub that this user has told Testcontainers of. */
        static Names of(Map<String, String> environment, Path home) {
            String prefix = environment.getOrDefault(
                    "TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX",
                    TestcontainersFile.of(home).properties().getProperty("hub.image.name.prefix", ""));
            return new Names(prefix.strip() + USUAL.official(), USUAL.bootstrapped());
        }
    }

    /** The name of the one that is there. */
    Optional<String> present() {
        return Stream.of(names.official(), names.bootstrapped())
                .filter(name -> images.find(name).isPresent())
                .findFirst();
    }

    /** The name of the one that is there afterwards. Runs beside each other do this once. */
    String ensure(Consumer<String> progress) {
        return present().orElseGet(() -> {
            try {
                Files.createDirectories(lock.getParent());
                try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = file.lock()) {
                    return held.isValid() ? present().orElseGet(() -> made(progress)) : names.official();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String made(Consumer<String> progress) {
        progress.accept("ask a registry for " + names.official());
        Optional<String> problem = pull(progress);
        if (problem.isEmpty()) {
            return names.official();
        }
        progress.accept("%s: bootstrap %s from Debian's packages".formatted(problem.get(), names.bootstrapped()));
        mmdebstrap.into(this::imported);
        return names.bootstrapped();
    }

    /** Why it could not be had: no registry has begun to answer within seconds, or one refuses it. */
    private Optional<String> pull(Consumer<String> progress) {
        return api.call("pull " + names.official(), PULLING, docker -> {
            AtomicBoolean answered = new AtomicBoolean();
            Each<PullResponseItem> each = new Each<>(item -> answered.set(true));
            PullImageCmd pull = docker.pullImageCmd(names.official());
            logins.ofImage(names.official(), progress).ifPresent(pull::withAuthConfig);
            Future<?> deadline = api.after(ANSWER, () -> {
                if (!answered.get()) {
                    each.onError(new IOException("no registry answers"));
                }
            });
            try {
                pull.exec(each).awaitCompletion();
                docker.inspectImageCmd(names.official()).exec();
                return Optional.empty();
            } catch (DockerException e) {
                return Optional.of("no registry gives it (" + EngineTrouble.message(e) + ")");
            } catch (RuntimeException e) { // what broke the stream off, in docker-java's wrapping
                return Optional.of(EngineTrouble.rootMessage(e));
            } finally {
                deadline.cancel(false);
            }
        });
    }

    private void imported(InputStream tar) {
        String answer =
                ImageImport.of(api, names.bootstrapped(), "LABEL " + Labels.ENVIRONMENT + "=blackstart", tar, PULLING);
        if (images.find(names.bootstrapped()).isEmpty()) {
            throw new EngineException(
                    "the engine did not import " + names.bootstrapped() + ": " + answer.strip(),
                    "Is there room on its disk? Look at its log.");
        }
    }
}
