package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Expectation;

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
        checkDetection();
        checkWorkload();
        if (names.knows(Names.Kind.PERSON)) {
            new SurvivorChecks(drill, drill.effects().people(), problems).check();
        }
    }

    private void checkSomethingIsVerified() {
        if (drill.expectation() == Expectation.RECOVERED
                && !names.hasDatabase()
                && drill.verification().isEmpty()) {
            problems.error(
                    drill.place(),
                    "this drill checks nothing: no database is declared and there is no verification",
                    "Declare `x-blackstart: { database: … }` on a service, or add a check under `verification`.");
        }
    }

    private void checkBackups() {
        if (names.hasBackups()) {
            return;
        }
        drill.disasters().stream()
                .filter(this::losesData)
                .findFirst()
                .ifPresent(disaster -> problems.error(
                        disaster.place(),
                        "data is lost here, but %s says nowhere where its backups lie".formatted(environment.name()),
                        "Add `x-blackstart: { backups: [{ service: HOST, path: /… }] }` to compose.yaml: the control"
                                + " without a backup empties them."));
    }

    private boolean losesData(Disaster disaster) {
        Effects effects = disaster.effects();
        return effects.hosts().stream()
                        .map(environment.services()::get)
                        .anyMatch(service -> service != null && service.holdsData())
                || effects.harms().stream().anyMatch(harm -> harm.damage().needsBackup());
    }

    private void checkDetection() {
        if (!drill.detections().isEmpty()) {
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
