package dev.blackstart.environment.docker;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Builds what an environment needs, side by side.
 *
 * @param base the name of the base image, {@code baseId} its id
 */
record EnvironmentImages(Images images, String base, String baseId, Consumer<String> progress) {
    /** Build each service's image; services of the same context, Dockerfile and arguments share one. */
    Map<String, String> ofServices(EnvironmentDefinition environment) {
        Map<Service.Build, String> first = new LinkedHashMap<>();
        environment.services().values().forEach(service -> first.putIfAbsent(service.build(), service.name()));
        Map<String, String> labels = Map.of(Labels.ENVIRONMENT, environment.name());
        Map<Service.Build, String> ids = SideBySide.map(
                first.keySet(),
                build -> image(
                        "blackstart/" + environment.name() + "-"
                                + Labels.slug(Objects.requireNonNull(first.get(build))),
                        build,
                        labels));
        Map<String, String> byService = new TreeMap<>();
        environment.services().values().forEach(service -> byService.put(service.name(), ids.get(service.build())));
        return byService;
    }

    /** Build the witness' image. */
    String witness() {
        return images.build(
                "blackstart/witness",
                Witness.IMAGE,
                Map.of("BASE_IMAGE", base),
                baseId,
                Map.of(Labels.ENVIRONMENT, "blackstart"),
                progress);
    }

    private String image(String repository, Service.Build build, Map<String, String> labels) {
        Map<String, String> arguments = new TreeMap<>(build.args());
        arguments.put("BASE_IMAGE", base);
        return images.build(repository, DirectoryContext.of(build), arguments, baseId, labels, progress);
    }

    /** Those that are still in the engine. */
    static List<String> left(Api api) {
        return api.call(
                "list images",
                docker -> docker.listImagesCmd().withLabelFilter(Labels.ENVIRONMENT).exec().stream()
                        .filter(image -> image.getRepoTags() != null && image.getRepoTags().length > 0)
                        .map(image -> "%s (%,d MB)".formatted(image.getRepoTags()[0], image.getSize() / 1_000_000))
                        .sorted()
                        .toList());
    }
}
