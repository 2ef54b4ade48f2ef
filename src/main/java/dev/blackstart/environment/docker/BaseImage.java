package dev.blackstart.environment.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.blackstart.environment.EngineException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
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
    private final Mmdebstrap mmdebstrap;
    private final Path lock;
    private final Names names;

    BaseImage(Api api, Images images, Mmdebstrap mmdebstrap, Path lock, Names names) {
        this.api = api;
        this.images = images;
        this.mmdebstrap = mmdebstrap;
        this.lock = lock;
        this.names = names;
    }

    /** Under which names it is looked for. */
    record Names(String official, String bootstrapped) {
        static final Names USUAL = new Names("debian:bookworm-slim", "blackstart/base:bookworm");
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
        if (pulled()) {
            return names.official();
        }
        progress.accept("no registry answers: bootstrap " + names.bootstrapped() + " from Debian's packages");
        mmdebstrap.into(this::imported);
        return names.bootstrapped();
    }

    /** False where no registry has begun to answer within seconds, or has no such image. */
    private boolean pulled() {
        return api.call("pull " + names.official(), PULLING, docker -> {
            CompletableFuture<Boolean> answered = new CompletableFuture<>();
            Drain<PullResponseItem> drain = new Drain<>(item -> answered.complete(true));
            Future<?> deadline = api.after(ANSWER, () -> {
                if (answered.complete(false)) {
                    drain.onError(new IOException("no registry answered"));
                }
            });
            try (drain) {
                docker.pullImageCmd(names.official()).exec(drain);
                drain.await();
                return docker.inspectImageCmd(names.official()).exec().getId() != null;
            } catch (DockerException | IOException e) {
                return false;
            } finally {
                deadline.cancel(false);
            }
        });
    }

    private void imported(Path tar) {
        String answer;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(tar), 256 * 1024)) {
            answer = api.importImage(names.bootstrapped(), "LABEL " + Labels.ENVIRONMENT + "=blackstart", in, PULLING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (images.find(names.bootstrapped()).isEmpty()) {
            throw new EngineException(
                    "the engine did not import " + names.bootstrapped() + ": " + answer.strip(),
                    "Is there room on its disk? Look at its log.");
        }
    }
}
