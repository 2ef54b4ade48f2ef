package dev.blackstart.drill;

import dev.blackstart.definition.Check;
import dev.blackstart.definition.Disaster;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Forecast;
import dev.blackstart.definition.Team;
import dev.blackstart.journal.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Words the plan of a run: the first thing in its journal. */
final class PlanEvent {
    private final DrillDefinition drill;
    private final Team team;
    private final RunOptions options;

    PlanEvent(DrillDefinition drill, Team team, RunOptions options) {
        this.drill = drill;
        this.team = team;
        this.options = options;
    }

    Event.RunStarted event(String runId, Instant startedAt, String engine) {
        EnvironmentDefinition environment = drill.environment();
        return new Event.RunStarted(
                runId,
                version(),
                startedAt,
                options.seed(),
                options.quick(),
                options.proveSteps(),
                drill.name(),
                drill.title(),
                drill.place(),
                drill.digest(),
                environment.name(),
                expectation(),
                drill.objectives().recoveryTime(),
                drill.objectives().recoveryPoint(),
                drill.objectives().pageDone(),
                drill.objectives().place(),
                drill.disasters().stream().map(Disaster::sentence).toList(),
                drill.effects().stopsService(),
                drill.effects().needsBackup(environment.services()),
                drill.effects().detector().isPresent(),
                team.survivors().stream().sorted().toList(),
                team.lost().stream().sorted().toList(),
                team.forecast().map(forecast -> new Event.Foretold(List.copyOf(forecast.closed()), forecast.stop())),
                environment.inventory().secrets().values().stream()
                        .map(secret -> new Event.PlannedSecret(
                                secret.name(), secret.purpose(), secret.store(), secret.place()))
                        .toList(),
                environment.held().stream()
                        .filter(held -> drill.effects().hosts().contains(held.host()))
                        .map(held ->
                                new Event.PlannedState(held.host(), held.state().name(), held.rebuilt()))
                        .toList(),
                drill.tolerated().stream()
                        .map(tolerance ->
                                new Event.Tolerated(tolerance.secret(), tolerance.because(), tolerance.place()))
                        .toList(),
                drill.verification().stream().map(Check::name).toList(),
                restarts(),
                drill.reboot().skipped().map(PlanEvent::waived),
                drill.noControl().map(PlanEvent::waived),
                assumptions(),
                engine);
    }

    private static Event.Waived waived(DrillDefinition.Waiver waiver) {
        return new Event.Waived(waiver.because(), waiver.place());
    }

    /** Of what is to stay lost, nothing restarts. */
    private List<String> restarts() {
        boolean none = lockedOut() || drill.reboot().skipped().isPresent();
        return none ? List.of() : drill.effects().struck().stream().sorted().toList();
    }

    private static String version() {
        String version = PlanEvent.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** What the drill takes for granted, and a reader has to know. */
    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>(
                List.of(
                        "The images of all hosts are at hand: a new server comes with its packages installed.",
                        "The provider answers at once, and sells a server with the name and the address of the lost one.",
                        "Names are resolved; nobody has to change DNS.",
                        "People are awake, have their workstation, and their personal keys have no passphrase.",
                        "The survivors' public ssh keys are installed on every server that they order.",
                        "All hosts share this machine: network and disks are faster, and the distance to the off-site server is none."));
        if (drill.steadyState().stream().anyMatch(state -> state.request().tls())) {
            assumptions.add("Any TLS certificate is accepted: that it is the right one is not proved.");
        }
        drill.environment().services().values().forEach(service -> {
            if (service.role() == dev.blackstart.definition.Service.Role.THIRD_PARTY) {
                assumptions.add(service.name() + " is a stand-in, and survives every disaster.");
            }
        });
        return assumptions;
    }

    /** What the analysis says of the team, where it was asked; else, what the drill says. */
    private Event.Expectation expectation() {
        return lockedOut() ? Event.Expectation.LOCKED_OUT : Event.Expectation.RECOVERED;
    }

    private boolean lockedOut() {
        return team.forecast()
                .map(Forecast::lockedOut)
                .orElse(drill.expectation() == DrillDefinition.Expectation.LOCKED_OUT);
    }
}
