package dev.blackstart.environment.docker;

import dev.blackstart.clock.Ticker;
import dev.blackstart.environment.Engine.Owners;
import dev.blackstart.environment.Replica.Remains;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Removes what dead runs left, each run by its label. */
final class Sweep {
    private static final Duration BUDGET = Duration.ofSeconds(60);

    private final Api api;
    private final Removal removal;

    Sweep(Api api, Ticker ticker) {
        this.api = api;
        this.removal = new Removal(api, ticker);
    }

    /** @return the dead runs of which something could not be removed */
    Set<String> sweep(Owners owners, Consumer<String> progress) {
        Set<String> stuck = new TreeSet<>();
        runs().forEach(run -> {
            if (owners.dead(run)) {
                if (!swept(run, progress).none()) {
                    stuck.add(run);
                }
            } else {
                progress.accept("run " + run + " is not known to be dead: left alone");
            }
        });
        return stuck;
    }

    private Remains swept(String run, Consumer<String> progress) {
        Map<String, String> labels = Map.of(Labels.RUN, run);
        Remains before = removal.find(labels).count();
        Remains left = removal.remove(labels, BUDGET);
        Remains gone = new Remains(
                before.containers() - left.containers(),
                before.networks() - left.networks(),
                before.volumes() - left.volumes());
        String removed = "removed " + counted(gone) + " of run " + run + ", whose owner is dead";
        progress.accept(left.none() ? removed : removed + "; could not remove " + counted(left) + advice(left));
        return left;
    }

    private static String advice(Remains left) {
        return left.containers() + left.volumes() > 0
                ? ""
                : ": restart the engine, which counts endpoints that are gone";
    }

    private Set<String> runs() {
        return api.call("list runs", docker -> {
            Set<String> runs = new TreeSet<>();
            Set<String> labelled = Set.of(Labels.RUN);
            docker.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(labelled)
                    .exec()
                    .forEach(container -> runs.add(container.getLabels().get(Labels.RUN)));
            docker.listNetworksCmd()
                    .withFilter("label", labelled)
                    .exec()
                    .forEach(network -> runs.add(network.getLabels().get(Labels.RUN)));
            var volumes =
                    docker.listVolumesCmd().withFilter("label", labelled).exec().getVolumes();
            Stream.ofNullable(volumes)
                    .flatMap(Collection::stream)
                    .forEach(volume -> runs.add(volume.getLabels().get(Labels.RUN)));
            return runs;
        });
    }

    private static String counted(Remains remains) {
        return counted(remains.containers(), "container") + ", " + counted(remains.networks(), "network") + ", "
                + counted(remains.volumes(), "volume");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
