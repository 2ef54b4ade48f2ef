package dev.blackstart.commission;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Service.Role;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import dev.blackstart.finding.Place;
import dev.blackstart.journal.Event;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.recovery.Door;
import dev.blackstart.recovery.Provider;
import dev.blackstart.recovery.Responder;
import dev.blackstart.recovery.RunbookRun;
import dev.blackstart.recovery.ThirdParties;
import dev.blackstart.secret.Secret;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows {@code commission.md} from blank hosts to a system in service, and keeps what came of it. */
public final class Commissioning {
    private final Engine engine;
    private final EnvironmentDefinition environment;
    private final Function<Place, String> fileName;
    private final Consumer<Event> chronicle;
    private final Consumer<Collection<Secret>> learned;

    /**
     * @param chronicle is told of each step
     * @param learned is given the secret values once they are made
     */
    public Commissioning(
            Engine engine,
            EnvironmentDefinition environment,
            Function<Place, String> fileName,
            Consumer<Event> chronicle,
            Consumer<Collection<Secret>> learned) {
        this.engine = engine;
        this.environment = environment;
        this.fileName = fileName;
        this.chronicle = chronicle;
        this.learned = learned;
    }

    /**
     * Commission into an empty directory.
     *
     * @throws CommissionException where a step fails
     */
    public Base into(Path directory, Engine.Tag tag) {
        Base base = new Base(directory);
        try (Replica replica = engine.open(environment, tag, Set.of())) {
            Responder workstation = start(replica);
            LastFailure last = new LastFailure(chronicle);
            Provider provider = new Provider(replica, environment, Door.open(), () -> publicKeys(workstation));
            RunbookRun run = new RunbookRun(
                    replica,
                    workstation,
                    provider,
                    new Makers(
                            provider, workstation, environment.inventory(), () -> deliver(replica, workstation, base)),
                    fileName,
                    last);
            if (!run.follow(Objects.requireNonNull(environment.runbooks().get(EnvironmentDefinition.COMMISSION)))) {
                throw CommissionException.failed(Objects.requireNonNull(last.failed), environment.name());
            }
            new Farewell(workstation, environment).into(base);
            replica.keep(base, hosts());
        }
        return base;
    }

    private Responder start(Replica replica) {
        SideBySide.run(environment.services().values().stream()
                .filter(service -> service.role() != Role.HOST)
                .map(service -> (Runnable) () -> replica.order(service.name()))
                .toList());
        Responder workstation = new Responder(replica.host(responder()), environment);
        new Arrival(environment).furnish(workstation);
        return workstation;
    }

    /** Third parties learn their secrets as soon as there are any. */
    private void deliver(Replica replica, Responder workstation, Base base) {
        new Farewell(workstation, environment).into(base);
        BaseSecrets made = BaseSecrets.of(base);
        learned.accept(made.all());
        new ThirdParties(replica, environment).learn(made.documented());
    }

    private String publicKeys(Responder workstation) {
        return workstation.read("cat ~/documents/people/*.ssh.pub");
    }

    private String responder() {
        return environment.services().values().stream()
                .filter(service -> service.role() == Role.RESPONDER)
                .map(Service::name)
                .findFirst()
                .orElseThrow();
    }

    private Set<String> hosts() {
        return environment.services().values().stream()
                .filter(service -> service.role() == Role.HOST)
                .map(Service::name)
                .collect(Collectors.toSet());
    }

    /** Remembers the step that did not succeed. */
    private static final class LastFailure implements Consumer<Event> {
        private final Consumer<Event> next;
        private Event.@Nullable StepEnded failed;

        LastFailure(Consumer<Event> next) {
            this.next = next;
        }

        @Override
        public void accept(Event event) {
            if (event instanceof Event.StepEnded ended && ended.outcome() != Event.StepOutcome.DONE) {
                failed = ended;
            }
            next.accept(event);
        }
    }
}
