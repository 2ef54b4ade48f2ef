package dev.blackstart.commission;

import dev.blackstart.clock.SideBySide;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Service;
import dev.blackstart.definition.Service.Role;
import dev.blackstart.environment.Base;
import dev.blackstart.environment.Engine;
import dev.blackstart.environment.Replica;
import dev.blackstart.journal.Event;
import dev.blackstart.recovery.Arrival;
import dev.blackstart.recovery.Door;
import dev.blackstart.recovery.Manner;
import dev.blackstart.recovery.Provider;
import dev.blackstart.recovery.Responder;
import dev.blackstart.recovery.RunbookRun;
import dev.blackstart.recovery.ThirdParties;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.PersonalKeys;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows {@code commission.md} from blank hosts to a system in service, and keeps what came of it. */
public final class Commissioning {
    private final Engine engine;
    private final EnvironmentDefinition environment;
    private final Consumer<Event> chronicle;
    private final Consumer<Collection<Secret>> learned;
    private final Consumer<Replica> failed;

    /**
     * @param chronicle is told of each step
     * @param learned is given the secret values whenever there are new ones, before anything is told that may show them
     * @param failed is given the machines of a commissioning that failed, and closes them, or leaves them for a look
     */
    public Commissioning(
            Engine engine,
            EnvironmentDefinition environment,
            Consumer<Event> chronicle,
            Consumer<Collection<Secret>> learned,
            Consumer<Replica> failed) {
        this.engine = engine;
        this.environment = environment;
        this.chronicle = chronicle;
        this.learned = learned;
        this.failed = failed;
    }

    /**
     * Commission into an empty directory.
     *
     * @throws CommissionException where a step fails
     */
    public Base into(Path directory, Engine.Tag tag) {
        Base base = new Base(directory);
        Replica replica = engine.open(environment, tag, Set.of());
        try {
            fill(base, replica);
        } catch (RuntimeException e) {
            end(replica, e);
            throw e;
        }
        replica.close();
        return base;
    }

    /** What goes wrong here must not hide what went wrong before. */
    private void end(Replica replica, RuntimeException reason) {
        try {
            failed.accept(replica);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private void fill(Base base, Replica replica) {
        Responder workstation = start(replica);
        Learning learning = new Learning(workstation, chronicle);
        Provider provider = new Provider(replica, environment, Door.open(), () -> publicKeys(workstation));
        Makers makers = new Makers(provider, workstation, environment.inventory(), () -> {
            learning.learn();
            new ThirdParties(replica, environment).learnSoFar(learning.known.documented());
        });
        RunbookRun run = new RunbookRun(replica, workstation, provider, makers, learning);
        boolean followed = run.follow(
                Objects.requireNonNull(environment.runbooks().get(EnvironmentDefinition.COMMISSION)), Manner.ONCE);
        if (!followed) {
            throw CommissionException.failed(
                    Objects.requireNonNull(learning.stopped), Optional.ofNullable(learning.said), environment.name());
        }
        Map<String, Secret> keys = learning.learn();
        new Farewell(workstation).into(base, keys);
        learning.known.keep(base);
        replica.keep(base, hosts());
    }

    private Responder start(Replica replica) {
        SideBySide.run(environment.services().values().stream()
                .filter(service -> service.role() != Role.HOST)
                .map(service -> (Runnable) () -> replica.order(service.name()))
                .toList());
        Responder workstation = new Responder(replica.host(responder()), environment, replica::present);
        new Arrival(environment).furnish(workstation);
        return workstation;
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

    /** Passes on what happens, once all that is secret by then is known, and remembers the step that did not succeed. */
    private final class Learning implements Consumer<Event> {
        private final Responder workstation;
        private final Consumer<Event> next;
        private BaseSecrets known = new BaseSecrets(Map.of(), List.of());
        private Event.@Nullable StepEnded stopped;
        private Event.@Nullable HostSaid said;

        Learning(Responder workstation, Consumer<Event> next) {
            this.workstation = workstation;
            this.next = next;
        }

        /** Open everything, and let it be redacted; gives people's keys. */
        Map<String, Secret> learn() {
            Map<String, Secret> keys = new PersonalKeys(workstation.desk())
                    .values(environment.inventory().people().keySet());
            known = BaseSecrets.at(workstation, environment.inventory());
            learned.accept(known.with(keys).all());
            return keys;
        }

        @Override
        public void accept(Event event) {
            if (event instanceof Event.SecretOpened opened && !known.knows(opened.secret())) {
                learn(); // the page has put it in itself, and what it says next may show it
            }
            if (event instanceof Event.StepEnded ended && ended.outcome() != Event.StepOutcome.DONE) {
                stopped = ended;
            }
            if (event instanceof Event.HostSaid words) {
                said = words;
            }
            learned.accept(workstation.told(event));
            next.accept(event);
        }
    }
}
