package dev.blackstart.environment.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.Image;
import dev.blackstart.environment.EngineException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Builds images once: a tag says what an image was built from, and one that is there is not built again. */
final class Images {
    private static final Duration BUILDING = Duration.ofMinutes(30);
    private static final int LAST_LINES = 25;

    /** No run lasts that long, so no live one uses an image which is that old and no longer current. */
    private static final Duration SUPERSEDED = Duration.ofHours(12);

    private final Api api;

    Images(Api api) {
        this.api = api;
    }

    /** The image's id, if there is one of this name. */
    Optional<String> find(String name) {
        return api.call("look for an image", docker -> {
            try {
                return Optional.ofNullable(docker.inspectImageCmd(name).exec().getId());
            } catch (NotFoundException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Build, unless it is there.
     *
     * @param repository of the tag
     * @return the image's id
     */
    String build(
            String repository,
            BuildContext context,
            Map<String, String> arguments,
            String baseId,
            Map<String, String> labels,
            Consumer<String> progress) {
        Map<String, String> decisive = new TreeMap<>(arguments);
        decisive.put("base", baseId);
        String name = repository + ":" + context.digest(decisive);
        return find(name).orElseGet(() -> {
            progress.accept("build " + repository + " from " + context.where());
            String id = made(name, context, arguments, labels);
            removeSuperseded(repository, name);
            return id;
        });
    }

    private String made(String name, BuildContext context, Map<String, String> arguments, Map<String, String> labels) {
        Deque<String> last = new ArrayDeque<>();
        AtomicReference<String> error = new AtomicReference<>("it ended without an image");
        try {
            try (FileChannel tar = nameless()) {
                context.writeTo(leavingOpen(tar));
                send(tar.position(0), name, context, arguments, labels, item -> note(item, last, error));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(name)
                .orElseThrow(() -> new EngineException(
                        "the image of " + context.where() + " could not be built: " + error.get() + "\n"
                                + String.join("\n", last),
                        "Mend " + context.where() + ", or look at the end of the build's output above."));
    }

    /** A temporary file without a name (on Unix, Java unlinks it as it opens it): a kill leaves nothing of it. */
    private static FileChannel nameless() throws IOException {
        return FileChannel.open(
                Files.createTempFile("blackstart-context", ".tar"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Whoever writes an archive closes it, and here that is not the end. */
    private static OutputStream leavingOpen(FileChannel file) {
        return new BufferedOutputStream(Channels.newOutputStream(file), 64 * 1024) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private void send(
            FileChannel tar,
            String name,
            BuildContext context,
            Map<String, String> arguments,
            Map<String, String> labels,
            Consumer<BuildResponseItem> each) {
        api.call("build " + context.where(), BUILDING, docker -> {
            try (InputStream in = new BufferedInputStream(Channels.newInputStream(tar), 64 * 1024)) {
                var build = docker.buildImageCmd()
                        .withTarInputStream(in)
                        .withDockerfilePath(context.dockerfile())
                        .withTags(Set.of(name))
                        .withLabels(labels)
                        .withRemove(true)
                        .withForcerm(true);
                arguments.forEach(build::withBuildArg);
                Drain<BuildResponseItem> drain = new Drain<>(each);
                build.exec(drain);
                drain.await();
                return true;
            }
        });
    }

    private static void note(BuildResponseItem item, Deque<String> last, AtomicReference<String> error) {
        if (item.getStream() != null && !item.getStream().isBlank()) {
            last.add(item.getStream().stripTrailing());
            if (last.size() > LAST_LINES) {
                last.remove();
            }
        }
        if (item.getErrorDetail() != null) {
            error.set(String.valueOf(item.getErrorDetail().getMessage()));
        }
    }

    /** Take the tags of earlier contexts away; an image that a container still uses stays. */
    private void removeSuperseded(String repository, String current) {
        Instant limit = Instant.now().minus(SUPERSEDED);
        api.tell("remove superseded images", docker -> {
            List<Image> images = docker.listImagesCmd()
                    .withReferenceFilter(repository)
                    .withLabelFilter(Labels.ENVIRONMENT)
                    .exec();
            images.stream()
                    .filter(image -> Instant.ofEpochSecond(image.getCreated()).isBefore(limit))
                    .filter(image -> image.getRepoTags() != null)
                    .flatMap(image -> Arrays.stream(image.getRepoTags()))
                    .filter(tag -> tag.startsWith(repository + ":") && !tag.equals(current))
                    .forEach(tag -> {
                        try {
                            docker.removeImageCmd(tag).exec();
                        } catch (NotFoundException | ConflictException e) {
                            // Gone already, or in use.
                        }
                    });
        });
    }
}
