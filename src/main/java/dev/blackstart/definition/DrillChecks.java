package dev.blackstart.definition;

import dev.blackstart.definition.Disaster.DatabaseCorruption;
import dev.blackstart.definition.Disaster.PersonnelLoss;
import dev.blackstart.definition.Disaster.SystemLoss;
import dev.blackstart.definition.DrillDefinition.Expectation;
import dev.blackstart.finding.Place;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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
            new SurvivorChecks(drill, lostPeople(), problems).check();
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
                        place(disaster),
                        "data is lost here, but %s says nowhere where its backups lie".formatted(environment.name()),
                        "Add `x-blackstart: { backups: [{ service: HOST, path: /… }] }` to compose.yaml: the control"
                                + " without a backup empties them."));
    }

    private boolean losesData(Disaster disaster) {
        return disaster.match(new Disaster.Cases<Boolean>() {
            @Override
            public Boolean systemLoss(SystemLoss loss) {
                return loss.services().stream()
                        .map(environment.services()::get)
                        .anyMatch(service -> service != null
                                && (!service.mounts().isEmpty()
                                        || service.database().isPresent()));
            }

            @Override
            public Boolean personnelLoss(PersonnelLoss loss) {
                return false;
            }

            @Override
            public Boolean databaseCorruption(DatabaseCorruption corruption) {
                return true;
            }
        });
    }

    private void checkDetection() {
        Optional<Disaster> corruption = drill.disasters().stream()
                .filter(DatabaseCorruption.class::isInstance)
                .findFirst();
        if (corruption.isPresent() && drill.detections().isEmpty()) {
            problems.error(
                    place(corruption.get()),
                    "nothing is to notice the corruption",
                    "Add `detection`: a command on the host whose output names the damage, such as pg_amcheck.");
        }
    }

    private void checkWorkload() {
        if (drill.workload().isEmpty() && drill.expectation() == Expectation.RECOVERED) {
            problems.warning(
                    drill.objectives().place(),
                    "without a workload nobody can tell how much data was lost",
                    "Add `workload`; without acknowledged writes the recovery point, and the drill, stay inconclusive.");
        }
    }

    private Set<String> lostPeople() {
        Set<String> lost = new LinkedHashSet<>();
        drill.disasters().forEach(disaster -> {
            if (disaster instanceof PersonnelLoss loss) {
                lost.addAll(loss.people());
            }
        });
        return lost;
    }

    private static Place place(Disaster disaster) {
        return disaster.match(new Disaster.Cases<Place>() {
            @Override
            public Place systemLoss(SystemLoss loss) {
                return loss.place();
            }

            @Override
            public Place personnelLoss(PersonnelLoss loss) {
                return loss.place();
            }

            @Override
            public Place databaseCorruption(DatabaseCorruption corruption) {
                return corruption.place();
            }
        });
    }
}
