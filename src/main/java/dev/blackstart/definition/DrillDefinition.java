package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One drill, as its file describes it, with every name in it resolved.
 *
 * @param name the file's name without {@code .drill.yaml}
 * @param digest SHA-256 of the file, in hex
 */
public record DrillDefinition(
        String name,
        String title,
        Path file,
        String digest,
        EnvironmentDefinition environment,
        Objectives objectives,
        List<SteadyState> steadyState,
        Optional<Workload> workload,
        List<Disaster> disasters,
        List<Detection> detections,
        Recovery recovery,
        List<Check> verification,
        Expectation expectation,
        List<Tolerance> tolerated,
        Place place) {
    public DrillDefinition {
        steadyState = List.copyOf(steadyState);
        disasters = List.copyOf(disasters);
        detections = List.copyOf(detections);
        verification = List.copyOf(verification);
        tolerated = List.copyOf(tolerated);
    }

    /** What must be reached: RTO and RPO. */
    public record Objectives(Duration recoveryTime, Duration recoveryPoint, Place place) {}

    /** A request that says that the service works. */
    public record SteadyState(String name, Request request, Place place) {}

    /** What is asked of a service. */
    public sealed interface Request {
        String service();

        int port();

        /** An HTTP request; {@code contains}: text that the body must hold. */
        record Http(
                String service,
                int port,
                boolean tls,
                String method,
                String path,
                int status,
                Optional<String> contains)
                implements Request {}

        /** A TCP connection that opens. */
        record Tcp(String service, int port) implements Request {}
    }

    /**
     * Writes made through the service's own door.
     *
     * @param path where {@code ${id}} stands for the write's id, as in {@code body} and {@code readBack}
     * @param perSecond how many writes are begun each second
     * @param lasts how long they are made before the disaster
     */
    public record Workload(
            String service,
            int port,
            boolean tls,
            String method,
            String path,
            String body,
            String readBack,
            Map<String, String> headers,
            double perSecond,
            Duration lasts,
            Place place) {
        public Workload {
            headers = Ordered.copy(headers);
        }
    }

    /** Something that must notice a corruption: a command on a host whose output names the reason. */
    public record Detection(String name, String service, String run, String expect, Duration within, Place place) {}

    /** Who recovers, and by which page. */
    public record Recovery(Runbook runbook, Survivors survivors, Place place) {}

    /** Who is left. */
    public sealed interface Survivors {
        /** Everybody whom no disaster of the drill took. */
        record All() implements Survivors {}

        /** These people only. */
        record Named(Set<String> people) implements Survivors {
            public Named {
                people = Ordered.copy(people);
            }
        }

        /** Everybody but {@code count} of those with the role (or of all); every combination is a run of its own. */
        record Lose(int count, Optional<String> role) implements Survivors {}
    }

    /** A check of the user's own, after recovery. */
    public sealed interface Check {
        String name();

        Place place();

        /** A query whose single value, as text, equals {@code equalTo}. */
        record Sql(String name, String service, String query, String equalTo, Place place) implements Check {}

        /** A request that is answered as stated. */
        record Http(String name, Request.Http request, Place place) implements Check {}
    }

    /** What the drill wants to see. */
    public enum Expectation {
        RECOVERED,
        /** Recovery must fail, at a step that needs a secret which nobody left can open. */
        LOCKED_OUT
    }

    /** A control that may pass, openly, and why. */
    public record Tolerance(String secret, String because, Place place) {}
}
