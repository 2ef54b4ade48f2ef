package dev.blackstart.environment.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import dev.blackstart.clock.Await;
import dev.blackstart.clock.Deadline;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Replica.Remains;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Removes all that carries certain labels, and nothing else. */
final class Removal {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Networks on which nothing is go at once, but for those whose endpoints the engine miscounts, until it is restarted. */
    private static final Duration NETWORKS_ALONE = Duration.ofSeconds(10);

    private final Api api;
    private final Ticker ticker;

    Removal(Api api, Ticker ticker) {
        this.api = api;
        this.ticker = ticker;
    }

    /** What was found, by name or id. */
    record Found(List<String> containers, List<String> networks, List<String> volumes) {
        Remains count() {
            return new Remains(containers.size(), networks.size(), volumes.size());
        }
    }

    /** List what carries all of the labels. */
    Found find(Map<String, String> labels) {
        if (!labels.containsKey(Labels.RUN)) {
            throw new IllegalArgumentException("only what a run made is looked for");
        }
        List<String> filter = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
        return api.call(
                "list what a run made",
                docker -> new Found(
                        docker.listContainersCmd().withShowAll(true).withLabelFilter(filter).exec().stream()
                                .map(container -> container.getId())
                                .toList(),
                        docker.listNetworksCmd().withFilter("label", filter).exec().stream()
                                .map(network -> network.getId())
                                .toList(),
                        volumes(docker, filter)));
    }

    /**
     * Remove side by side what carries all of the labels, again and again while something is in the way (endpoints that
     * are still active, a removal in progress), until nothing is left, nothing but networks has been for a while, or the
     * budget is used up.
     *
     * @return what is left
     */
    Remains remove(Map<String, String> labels, Duration budget) {
        Patience networks = new Patience();
        boolean gone = new Await(ticker)
                .until(budget, PAUSE, () -> {
                    Found found = find(labels);
                    if (!found.count().none()) {
                        remove(found);
                    }
                    Remains left = find(labels).count();
                    if (left.containers() > 0
                            || left.volumes() > 0
                            || found.count().containers() > 0) {
                        networks.renew();
                    }
                    if (left.none()) {
                        return Await.Answer.yes();
                    }
                    return networks.isOver()
                            ? Await.Answer.never("the engine counts endpoints that are gone")
                            : Await.Answer.notYet("it is in the way");
                })
                .held();
        return gone ? new Remains(0, 0, 0) : find(labels).count();
    }

    /** With networks that stay alone. */
    private final class Patience {
        private Deadline end = Deadline.in(ticker, NETWORKS_ALONE);

        void renew() {
            end = Deadline.in(ticker, NETWORKS_ALONE);
        }

        boolean isOver() {
            return end.passed();
        }
    }

    private void remove(Found found) {
        each(
                found.containers(),
                (docker, id) -> docker.removeContainerCmd(id)
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
        each(found.networks(), (docker, id) -> docker.removeNetworkCmd(id).exec());
        each(found.volumes(), (docker, name) -> docker.removeVolumeCmd(name).exec());
    }

    private void each(List<String> things, BiConsumer<DockerClient, String> removal) {
        SideBySide.each(
                things,
                thing -> api.tell("remove what a run made", docker -> {
                    try {
                        removal.accept(docker, thing);
                    } catch (DockerException e) {
                        // Gone already, or something is in the way: the next round sees.
                    }
                }));
    }

    private static List<String> volumes(DockerClient docker, List<String> filter) {
        var volumes = docker.listVolumesCmd().withFilter("label", filter).exec().getVolumes();
        return volumes == null
                ? List.of()
                : volumes.stream().map(volume -> volume.getName()).toList();
    }
}
