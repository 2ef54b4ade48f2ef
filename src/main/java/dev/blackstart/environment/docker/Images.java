package dev.blackstart.environment.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.Image;
import dev.blackstart.environment.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    private final RegistryLogins logins;

    Images(Api api, RegistryLogins logins) {
        this.api = api;
        this.logins = logins;
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
            String id = made(name, context, arguments, labels, progress);
            removeSuperseded(repository, name);
            return id;
        });
    }

    private String made(
            String name,
            BuildContext context,
            Map<String, String> arguments,
            Map<String, String> labels,
            Consumer<String> progress) {
        Deque<String> last = new ArrayDeque<>();
        AtomicReference<String> error = new AtomicReference<>("it ended without an image");
        try (NamelessFile tar = NamelessFile.open()) {
            context.writeTo(tar.out());
            send(tar.in(), name, context, arguments, labels, progress, item -> note(item, last, error));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(name)
                .orElseThrow(() -> new EngineException(
                        "the image of " + context.where() + " could not be built: " + error.get() + "\n"
                                + String.join("\n", last),
                        "Mend " + context.where() + ", or look at the end of the build's output above."));
    }

    private void send(
            InputStream tar,
            String name,
            BuildContext context,
            Map<String, String> arguments,
            Map<String, String> labels,
            Consumer<String> progress,
            Consumer<BuildResponseItem> each) {
        api.call("build " + context.where(), BUILDING, docker -> {
            var build = docker.buildImageCmd()
                    .withTarInputStream(tar)
                    .withDockerfilePath(context.dockerfile())
                    .withTags(Set.of(name))
                    .withLabels(labels)
                    .withRemove(true)
                    .withForcerm(true);
            arguments.forEach(build::withBuildArg);
            build.withBuildAuthConfigs(logins.ofBuild(context.text(), arguments, progress));
            build.exec(new Each<>(each)).awaitCompletion();
            return true;
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
