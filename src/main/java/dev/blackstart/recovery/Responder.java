package dev.blackstart.recovery;

import dev.blackstart.definition.DocumentedSecret;
import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Inventory;
import dev.blackstart.definition.Step;
import dev.blackstart.journal.Event;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.secret.Secret;
import dev.blackstart.store.Ground;
import dev.blackstart.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The workstation from which the survivors recover, and the stores as they find them there. */
public final class Responder {
    private static final Duration READ_WITHIN = Duration.ofSeconds(20);

    private final Host host;
    private final Ground ground;
    private final Inventory inventory;
    private final Stores stores;

    /** @param machines the machine that stands under a service's name now; empty: none does */
    public Responder(Host host, EnvironmentDefinition environment, Function<String, Optional<Host>> machines) {
        this.host = host;
        this.inventory = environment.inventory();
        this.stores = inventory.drilled();
        this.ground = new Ground(new Desk(host, stores.variables()), machines);
    }

    /** The machine itself, where the survivors are nobody. */
    Host host() {
        return host;
    }

    public Desk desk() {
        return ground.desk();
    }

    /** Where its stores are: this desk, and the machines around it. */
    public Ground ground() {
        return ground;
    }

    public Stores stores() {
        return stores;
    }

    /** Secrets of a store's own making that an event would show; nobody could know them before. */
    public List<Secret> told(Event event) {
        if (event instanceof Event.StepEnded ended) {
            return stores.told(ended.reason() + "\n" + ended.excerpt());
        }
        return event instanceof Event.HostSaid said ? stores.told(said.tail()) : List.of();
    }

    /** What a short command writes; throws {@link IllegalStateException} where it fails. */
    public String read(String command) {
        Outcome outcome = desk().run("", READ_WITHIN, List.of("bash", "-euc", command));
        if (!outcome.succeeded()) {
            throw new IllegalStateException(command + ": " + outcome.err().strip());
        }
        return outcome.out();
    }

    /** Type a script and wait until it has said that it ended. */
    Typed type(Step.Language language, String target, String text, Duration timeout) {
        String mark = UUID.randomUUID().toString();
        List<String> words = Scripts.bash(
                Responder.class, List.of("pipe.sh", "step.sh"), List.of(mark, language.commandLine(), target));
        return Typed.of(desk().run(text, timeout, words), mark);
    }

    /** Open a documented secret as whoever sits there does. */
    Typed open(String secret, Duration timeout) {
        String shown = Optional.ofNullable(inventory.secrets().get(secret))
                .map(DocumentedSecret::store)
                .flatMap(store -> stores.show(store, secret))
                .orElseThrow(() -> new IllegalStateException(secret + " is in no store that can be opened here"));
        return type(Step.Language.BASH, "", shown, timeout);
    }
}
