package dev.blackstart.drill;

import dev.blackstart.clock.Ended;
import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.DrillDefinition;
import dev.blackstart.definition.DrillDefinition.SteadyState;
import dev.blackstart.definition.EnvironmentDefinition.Backup;
import dev.blackstart.disaster.Strike;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.journal.Event.Control;
import dev.blackstart.machine.Command;
import dev.blackstart.observe.HttpCall;
import dev.blackstart.observe.ProbeBoard;
import dev.blackstart.observe.ProbePace;
import dev.blackstart.recovery.AccountDoor;
import dev.blackstart.recovery.Provider;
import dev.blackstart.recovery.Responder;
import dev.blackstart.recovery.RunbookRun;
import dev.blackstart.verification.Databases;
import dev.blackstart.verification.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One replica's life, from its first probe to its last check: the drill itself, or one of its controls. */
final class Attempt {
    private static final Duration UP_WITHIN = Duration.ofMinutes(2);
    private static final Duration UP_AGAIN_WITHIN = Duration.ofSeconds(30);
    private static final Duration NO_DELAY = Duration.ZERO;

    private final Scene scene;
    private final DrillDefinition drill;
    private final Replica replica;
    private final Team team;
    private final Plan plan;
    private final Meter meter;

    /** What an attempt does otherwise than the drill itself. */
    record Plan(String name, Optional<Control> control, Optional<String> withheld) {
        static final Plan MAIN = new Plan(dev.blackstart.journal.Entry.MAIN, Optional.empty(), Optional.empty());

        boolean main() {
            return control.isEmpty();
        }
    }

    Attempt(Scene scene, Replica replica, Team team, Plan plan, Meter meter) {
        this.scene = scene;
        this.drill = scene.drill();
        this.replica = replica;
        this.team = team;
        this.plan = plan;
        this.meter = meter;
    }

    void run() {
        Responder responder = environment();
        try (HttpCall http = new HttpCall();
                ProbeBoard probes = board(new Doors(replica, http))) {
            Doors doors = new Doors(replica, http);
            Databases databases =
                    new Databases(drill.environment(), replica, scene.token().text());
            Optional<Load> load =
                    plan.main() ? drill.workload().map(asked -> new Load(scene, http, asked, doors)) : Optional.empty();
            try {
                if (!steadyState(probes)) {
                    return;
                }
                Map<String, Fingerprint> before = baseline(databases, load);
                if (plan.control().equals(Optional.of(Control.WITHOUT_BACKUP))) {
                    emptyBackups();
                }
                Duration struckAt = strike(load);
                if (recover(responder)) {
                    Duration verifiedFrom = verify(probes, doors, databases, before);
                    measure(probes, struckAt, verifiedFrom);
                    load.ifPresent(writes -> writes.readBack(struckAt));
                } else {
                    measure(probes, struckAt, scene.ticker().elapsed());
                }
            } finally {
                load.ifPresent(Load::close);
            }
        }
    }

    private Responder environment() {
        return stage("environment", () -> {
            Responder responder = meter.spend(
                    Meter.Kind.ENGINE,
                    () -> scene.arrangement()
                            .start(
                                    replica,
                                    team.survivors(),
                                    plan.withheld().stream().collect(Collectors.toSet())));
            record(new Event.IsolationProved(replica.proveIsolation()));
            return responder;
        });
    }

    private ProbeBoard board(Doors doors) {
        ProbeBoard board = new ProbeBoard(
                scene.ticker(),
                drill.steadyState().stream()
                        .map(state -> doors.probe(state.name(), state.request()))
                        .toList(),
                ProbePace.DEFAULT,
                turn -> scene.recorder()
                        .recordAt(
                                turn.at(), plan.name(), new Event.ProbeTurned(turn.probe(), turn.up(), turn.detail())));
        board.start();
        return board;
    }

    private boolean steadyState(ProbeBoard probes) {
        return waiting("steady state", () -> {
            Ended up = probes.awaitAllUp(UP_WITHIN, NO_DELAY);
            if (!up.held()) {
                record(
                        new Event.Untold(
                                "baseline-not-met",
                                "the system was not in its steady state before the disaster: " + up.detail(),
                                Optional.of(Scene.placeName(drill.place())),
                                drill.place().line(),
                                "see whether commissioning leaves the service running, and whether steadyState asks what it answers"));
                return false;
            }
            record(new Event.SteadyStateHeld(
                    drill.steadyState().stream().map(SteadyState::name).toList()));
            return true;
        });
    }

    private Map<String, Fingerprint> baseline(Databases databases, Optional<Load> load) {
        return waiting("baseline", () -> {
            load.ifPresent(Load::start);
            Map<String, Fingerprint> before = databases.fingerprints();
            before.forEach((host, print) -> record(new Event.FingerprintTaken(
                    host, databases.name(host), print.size(), print.tables().size(), print.rows())));
            load.ifPresent(Load::awaitLength);
            return before;
        });
    }

    private void emptyBackups() {
        for (Backup backup : drill.environment().backups()) {
            var emptied = replica.host(backup.service())
                    .run(Command.as("root", "find", backup.path(), "-mindepth", "1", "-delete"));
            if (!emptied.succeeded()) {
                throw new IllegalStateException("the backups at " + backup.service() + ":" + backup.path()
                        + " could not be emptied: " + emptied.err().strip());
            }
        }
    }

    private Duration strike(Optional<Load> load) {
        List<String> damage = new ArrayList<>();
        Strike strike = new Strike(replica, drill.environment(), scene.ticker(), scene.random(), damage::add);
        Duration struckAt = meter.spend(Meter.Kind.ENGINE, () -> strike.all(drill.disasters()));
        scene.recorder().recordAt(struckAt, plan.name(), new Event.Struck());
        damage.forEach(what -> record(new Event.Damaged(what)));
        load.ifPresent(writes -> writes.stop(struckAt));
        if (plan.main() && !drill.detections().isEmpty()) {
            waiting("detection", this::detect);
        }
        return struckAt;
    }

    /** All detectors at once: none of them waits for another in life. Controls ask none: they look at recovery only. */
    private boolean detect() {
        Detector detector = new Detector(scene, replica);
        SideBySide.run(drill.detections().stream()
                .map(detection -> (Runnable) () -> record(detector.ask(detection)))
                .toList());
        return true;
    }

    private boolean recover(Responder responder) {
        Set<String> there = team.survivors();
        Provider provider = new Provider(
                replica,
                drill.environment(),
                new AccountDoor(responder, scene.secrets().documented()),
                () -> scene.arrangement().publicKeys(responder, there));
        RunbookRun run = new RunbookRun(replica, responder, provider, provider, Scene::placeName, this::record);
        return meter.spend(Meter.Kind.STEPS, () -> run.follow(drill.recovery().runbook()));
    }

    private Duration verify(ProbeBoard probes, Doors doors, Databases databases, Map<String, Fingerprint> before) {
        return waiting("verification", () -> {
            Duration from = scene.ticker().elapsed();
            boolean up = probes.awaitAllUp(UP_WITHIN, from).held();
            new Verification(scene, replica, databases, doors, this::record).run(before);
            if (up) {
                // An answer that came late while everything was being compared is no outage; when it holds again
                // counts.
                probes.awaitAllUp(UP_AGAIN_WITHIN, from);
            }
            return from;
        });
    }

    private void measure(ProbeBoard probes, Duration struckAt, Duration from) {
        Duration now = scene.ticker().elapsed();
        record(new Event.ProbesMeasured(
                probes.allUpSince(from),
                !probes.everDown(struckAt).isEmpty(),
                probes.resolution(struckAt, now).largestGap()));
    }

    /** A stage that the replica's own services take the time of. */
    private <T> T waiting(String name, Supplier<T> task) {
        return stage(name, () -> meter.spend(Meter.Kind.WAITS, task));
    }

    private <T> T stage(String name, Supplier<T> task) {
        record(new Event.StageStarted(name));
        T result = task.get();
        record(new Event.StageEnded(name));
        return result;
    }

    private void record(Event event) {
        scene.recorder().record(plan.name(), event);
    }
}
