package dev.blackstart.environment;

import dev.blackstart.definition.EnvironmentDefinition;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** A container engine that replicas are built in. */
public interface Engine extends AutoCloseable {
    /** What this machine and its engine can do, for {@code doctor} and the report. */
    Facts facts();

    /** Bytes that its disk has left, asked cheaply; empty where that is not a disk of this machine. */
    OptionalLong room();

    /** Name and version in a few words, for reports. */
    String description();

    /**
     * Build every image of the environment, side by side, with the base image bootstrapped first where no registry
     * answers. Cached layers make this short.
     *
     * @param progress gets a line for each thing that is done
     * @return the images' ids, by service
     */
    Map<String, String> build(EnvironmentDefinition environment, Consumer<String> progress);

    /** Name the images that were built for environments and are still there, each with its size. */
    List<String> images();

    /**
     * Make the networks and the witness of a replica, and nothing else yet.
     *
     * @param endpoints every port that {@link Replica#address} will be asked for
     */
    Replica open(EnvironmentDefinition environment, Tag tag, Set<Endpoint> endpoints);

    /**
     * Remove what dead runs left, never what a live one owns.
     *
     * @param progress gets a line for each thing that is removed or left alone, and why
     * @return the dead runs of which something could not be removed
     */
    Set<String> sweep(Owners owners, Consumer<String> progress);

    /**
     * End a run from outside, whatever it is doing: it can make nothing more, each call for something more throws
     * {@link EngineException}, and what it made is removed, within a budget of its own.
     *
     * @return what is left
     */
    Replica.Remains abandon(String run);

    @Override
    void close();

    /** What everything that a run makes is labelled with. */
    record Tag(String run, String attempt) {}

    /** Tells who is known to be dead. */
    interface Owners {
        /** True only if the owner of that run is known to be dead. */
        boolean dead(String run);
    }

    /**
     * What was found out about the engine.
     *
     * @param systemd how systemd hosts run here; empty where they can't
     * @param missing what is missing to run drills, with what mends it; empty: all is there
     */
    record Facts(
            String name,
            String version,
            String apiVersion,
            String cgroups,
            String systemd,
            long freeDiskBytes,
            long memoryBytes,
            int cores,
            boolean baseImage,
            List<String> missing) {}
}
