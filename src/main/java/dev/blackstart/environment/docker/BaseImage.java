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
    static final String OFFICIAL = "debian:bookworm-slim";
    static final String BOOTSTRAPPED = "blackstart/base:bookworm";

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration PULLING = Duration.ofMinutes(5);

    private final Api api;
    private final Images images;
    private final Mmdebstrap mmdebstrap;
    private final Path lock;

    BaseImage(Api api, Images images, Mmdebstrap mmdebstrap, Path lock) {
        this.api = api;
        this.images = images;
        this.mmdebstrap = mmdebstrap;
        this.lock = lock;
    }

    /** The name of the one that is there. */
    Optional<String> present() {
        return Stream.of(OFFICIAL, BOOTSTRAPPED)
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
                    return held.isValid() ? present().orElseGet(() -> made(progress)) : OFFICIAL;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String made(Consumer<String> progress) {
        progress.accept("ask a registry for " + OFFICIAL);
        if (pulled()) {
            return OFFICIAL;
        }
        progress.accept("no registry answers: bootstrap " + BOOTSTRAPPED + " from Debian's packages");
        mmdebstrap.into(this::imported);
        return BOOTSTRAPPED;
    }

    /** False where no registry has begun to answer within seconds, or has no such image. */
    private boolean pulled() {
        return api.call("pull " + OFFICIAL, PULLING, docker -> {
            CompletableFuture<Boolean> answered = new CompletableFuture<>();
            Drain<PullResponseItem> drain = new Drain<>(item -> answered.complete(true));
            Future<?> deadline = api.after(ANSWER, () -> {
                if (answered.complete(false)) {
                    drain.onError(new IOException("no registry answered"));
                }
            });
            try (drain) {
                docker.pullImageCmd(OFFICIAL).exec(drain);
                drain.await();
                return docker.inspectImageCmd(OFFICIAL).exec().getId() != null;
            } catch (DockerException | IOException e) {
                return false;
            } finally {
                deadline.cancel(false);
            }
        });
    }

    private void imported(Path tar) {
        api.call("import " + BOOTSTRAPPED, PULLING, docker -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(tar), 256 * 1024)) {
                return docker.createImageCmd(BOOTSTRAPPED, in).exec();
            }
        });
        if (images.find(BOOTSTRAPPED).isEmpty()) {
            throw new EngineException(
                    "the engine took " + BOOTSTRAPPED + " and does not have it", "Look at the engine's log.");
        }
    }
}
