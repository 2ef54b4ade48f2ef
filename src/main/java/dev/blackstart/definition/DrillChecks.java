package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.finding.Place;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a drill can prove something: its parts may each be right, and still prove nothing together. */
final class DrillChecks {
    private final DrillDefinition drill;
    private final EnvironmentDefinition environment;
    private final Names names;
    private final Problems problems;

    DrillChecks(DrillDefinition drill, Names names, Problems problems) {
        this.names = names;
        this.drill = drill;
        this.environment = drill.environment();
        this.problems = problems;
    }

    void check() {
        checkSomethingIsVerified();
        checkBackups();
        checkLosses();
        checkDetection();
        checkWorkload();
        if (names.knows(Names.Kind.PERSON)) {
            new SurvivorChecks(drill, problems).check();
        }
    }

    private void checkSomethingIsVerified() {
        if (drill.expectation() == Expectation.RECOVERED
                && !names.hasState()
                && drill.verification().isEmpty()) {
            problems.error(
                    drill.place(),
                    "this drill checks nothing: no state is declared and there is no verification",
                    "Declare `x-blackstart: { state: [{ kind: KIND, … }] }` on a service, or add a check under `verification`.");
        }
    }

    private void checkBackups() {
        if (names.hasBackups()) {
            return;
        }
        drill.disasters().stream()
                .filter(disaster -> disaster.effects().needsBackup(environment.services()))
                .findFirst()
                .ifPresent(disaster -> problems.error(
                        disaster.place(),
                        "data is lost here, but %s says nowhere where its backups lie".formatted(environment.name()),
                        "Add `x-blackstart: { backups: [{ service: HOST, path: /… }] }` to compose.yaml: the control"
                                + " without a backup empties them."));
    }

    /** A disk that another machine has too outlives the one that is lost; the run says so as well, by what it sees. */
    private void checkLosses() {
        Set<String> lost = drill.effects().hosts();
        for (Disaster disaster : drill.disasters()) {
            for (String host : disaster.effects().hosts()) {
                writable(environment.services().get(host))
                        .forEach(volume -> environment.services().values().stream()
                                .filter(other -> !lost.contains(other.name()) && other.mounts(volume))
                                .findFirst()
                                .ifPresent(other -> survives(disaster.place(), host, volume, other.name())));
            }
        }
    }

    private static List<String> writable(@Nullable Service service) {
        return service == null
                ? List.of()
                : service.mounts().stream()
                        .filter(mount -> !mount.readOnly())
                        .map(Service.Mount::volume)
                        .toList();
    }

    private void survives(Place place, String host, String volume, String other) {
        problems.warning(
                place,
                "%s is lost here, but its volume %s is not: %s mounts it too".formatted(host, volume, other),
                "Lose %s as well, or give each host volumes of its own; until then the drill stays inconclusive."
                        .formatted(other));
    }

    private void checkDetection() {
        if (!drill.detections().isEmpty() || drill.effects().detector().isEmpty()) {
            return;
        }
        drill.disasters().stream()
                .filter(disaster -> disaster.effects().detector().isPresent())
                .findFirst()
                .ifPresent(disaster -> problems.error(
                        disaster.place(),
                        "nothing is to notice the corruption",
                        "Add `detection`: a command on the host whose output names the damage, such as %s."
                                .formatted(disaster.effects().detector().orElse(""))));
    }

    private void checkWorkload() {
        if (drill.workload().isEmpty() && drill.expectation() == Expectation.RECOVERED) {
            problems.warning(
                    drill.objectives().place(),
                    "without a workload nobody can tell how much data was lost",
                    "Add `workload`; without acknowledged writes the recovery point, and the drill, stay inconclusive.");
        }
    }
}
