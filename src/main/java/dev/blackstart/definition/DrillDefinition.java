package dev.blackstart.definition;

import dev.blackstart.finding.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One drill, as its file describes it, with every name in it resolved.
 *
 * @param name the file's name without {@code .drill.yaml}
 * @param digest SHA-256 of the file, in hex
 * @param noControl why it need have no control; empty: it must have one
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
        Optional<StartedBackup> backup,
        List<Disaster> disasters,
        List<Detection> detections,
        Recovery recovery,
        List<Check> verification,
        Reboot reboot,
        Expectation expectation,
        List<Tolerance> tolerated,
        Optional<Waiver> noControl,
        Place place) {
    public DrillDefinition {
        steadyState = List.copyOf(steadyState);
        disasters = List.copyOf(disasters);
        detections = List.copyOf(detections);
        verification = List.copyOf(verification);
        tolerated = List.copyOf(tolerated);
    }

    /** The same with nothing but this disaster. */
    public DrillDefinition striking(Disaster disaster) {
        return new DrillDefinition(
                name,
                title,
                file,
                digest,
                environment,
                objectives,
                steadyState,
                workload,
                backup,
                List.of(disaster),
                detections,
                recovery,
                verification,
                reboot,
                expectation,
                tolerated,
                noControl,
                place);
    }

    /** The same environment, in which nothing is destroyed: it is only seen to be up, by these probes. */
    public DrillDefinition staged(List<SteadyState> seenBy) {
        return new DrillDefinition(
                "stage-" + environment.name(),
                "a stage of " + environment.name(),
                file,
                digest,
                environment,
                objectives,
                seenBy,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                recovery,
                List.of(),
                reboot,
                expectation,
                List.of(),
                noControl,
                place);
    }

    /** What all its disasters together take. */
    public Effects effects() {
        return Effects.of(disasters);
    }

    /**
     * The backup that is started while the workload runs, because none would come by itself in that time.
     *
     * @param run the command that starts it on the host, as root, and ends when it has ended
     * @param every how far such backups lie apart in life: so much more than what is measured may be lost
     */
    public record StartedBackup(String service, String run, Duration every, Place place) {}

    /** What must be reached: RTO and RPO. */
    public record Objectives(Duration recoveryTime, Duration recoveryPoint, Optional<Duration> pageDone, Place place) {}

    /**
     * A request that says that the service works.
     *
     * @param every how often it is asked, whatever that costs the service; empty: as often as it bears
     */
    public record SteadyState(String name, Request request, Optional<Duration> every, Place place) {}

    /** What is asked of a service. */
    public sealed interface Request {
        String service();

        int port();

        /** Whether TLS is spoken. */
        boolean tls();

        <R> R match(Cases<R> cases);

        /** Java 17 has no exhaustive pattern {@code switch}; this is ours. */
        interface Cases<R> {
            R http(Http request);

            R tcp(Tcp request);
        }

        /** An HTTP request; {@code contains}: text that the body must hold. */
        record Http(
                String service,
                int port,
                boolean tls,
                String method,
                String path,
                int status,
                Optional<String> contains)
                implements Request {
            @Override
            public <R> R match(Cases<R> cases) {
                return cases.http(this);
            }
        }

        /** A TCP connection that opens. */
        record Tcp(String service, int port) implements Request {
            @Override
            public boolean tls() {
                return false;
            }

            @Override
            public <R> R match(Cases<R> cases) {
                return cases.tcp(this);
            }
        }
    }

    /**
     * Writes made through the service's own door.
     *
     * @param path where {@code ${id}} stands for the write's id, as in {@code body} and {@code readBack}
     * @param erase how some of them are erased again; empty: none is
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
            Optional<Erase> erase,
            double perSecond,
            Duration lasts,
            Place place) {
        public Workload {
            headers = Ordered.copy(headers);
        }
    }

    /**
     * How acknowledged writes of the workload are erased again while it runs.
     *
     * @param path where {@code ${id}} stands for the write's id, as in {@code body}
     * @param every one of so many acknowledged writes is erased
     * @param after how old a write is then
     */
    public record Erase(String method, String path, String body, int every, Duration after, Place place) {}

    /**
     * Somebody who must notice the damage.
     *
     * @param every how often it is asked in production, the first time so long after the strike; empty: all the time
     * @param within how long after the strike it is waited for
     */
    public record Detection(String name, Alarm alarm, Optional<Duration> every, Duration within, Place place) {}

    /** Who recovers, and by which page. */
    public record Recovery(Runbook runbook, Survivors survivors, Place place) {}

    /** Who is left. */
    public sealed interface Survivors {
        /** Those of the people whom no disaster took that are there. */
        default Set<String> of(Set<String> there) {
            return there;
        }

        /** Those of whom {@link #lost} more are lost, in every combination. */
        default Set<String> candidates(Set<String> there, Collection<Person> people) {
            return Set.of();
        }

        /** How many more are lost. */
        default int lost() {
            return 0;
        }

        /** What is asked of the analysis, where that chooses who is lost. */
        default Optional<Analysed> analysed() {
            return Optional.empty();
        }

        /** Everybody whom no disaster of the drill took. */
        record All() implements Survivors {}

        /** These people only. */
        record Named(Set<String> people) implements Survivors {
            public Named {
                people = Ordered.copy(people);
            }

            @Override
            public Set<String> of(Set<String> there) {
                Set<String> named = new LinkedHashSet<>(there);
                named.retainAll(people);
                return named;
            }
        }

        /** Everybody but {@code lost} of those with the role (or of all); every combination is a run of its own. */
        record Lose(int lost, Optional<String> role) implements Survivors {
            @Override
            public Set<String> candidates(Set<String> there, Collection<Person> people) {
                Set<String> candidates = new LinkedHashSet<>();
                people.stream()
                        .filter(person -> there.contains(person.name()))
                        .filter(person -> role.map(person.roles()::contains).orElse(true))
                        .forEach(person -> candidates.add(person.name()));
                return candidates;
            }
        }

        /**
         * Those whom the analysis leaves: who just can follow the page, and who just cannot; each of these is a run of its
         * own, and who is lost in it is not asked of this record.
         *
         * @param atMost how many runs that may be
         */
        record Analysed(int atMost, Place place) implements Survivors {
            /** How many runs it may be where nobody says so. */
            public static final int USUALLY = 20;

            @Override
            public Optional<Analysed> analysed() {
                return Optional.of(this);
            }
        }
    }

    /**
     * The first restart of what was recovered.
     *
     * @param within how long the steady state may take to hold again once a host has booted
     * @param skipped why nothing restarts; empty: each recovered host does
     */
    public record Reboot(Duration within, Optional<Waiver> skipped) {}

    /** Something that is left out openly, and why. */
    public record Waiver(String because, Place place) {}

    /** What the drill wants to see. */
    public enum Expectation {
        RECOVERED,
        /** Recovery must fail, at a step that needs a secret which nobody left can open. */
        LOCKED_OUT
    }

    /** A control that may pass, openly, and why. */
    public record Tolerance(String secret, String because, Place place) {}
}
