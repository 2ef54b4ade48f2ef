package dev.blackstart.recovery;

import dev.blackstart.definition.EnvironmentDefinition;
import dev.blackstart.definition.Step;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The workstation from which the survivors recover: everything on it happens as one unprivileged user. */
public final class Responder {
    /** The user that a responder's image has. */
    public static final String USER = "operator";

    /** That user's home. */
    public static final String HOME = "/home/operator";

    private final Host host;
    private final List<String> stores;

    public Responder(Host host, EnvironmentDefinition environment) {
        this.host = host;
        this.stores = environment.inventory().stores().values().stream()
                .flatMap(store -> store.path().stream())
                .toList();
    }

    Host host() {
        return host;
    }

    List<String> storePaths() {
        return stores.stream().map(path -> HOME + "/" + path).toList();
    }

    /** Run a program as the user. */
    Outcome run(Duration timeout, String... arguments) {
        return host.run(command("", timeout, List.of(arguments)));
    }

    /** Run the script {@code name} that lies beside a class. */
    public Outcome script(Class<?> beside, String name, String input, Duration timeout, List<String> arguments) {
        return host.run(command(input, timeout, Scripts.bash(beside, name, arguments)));
    }

    /** What a short command writes; throws {@link IllegalStateException} where it fails. */
    public String read(String command) {
        Outcome outcome = run(Duration.ofSeconds(20), "bash", "-euc", command);
        if (!outcome.succeeded()) {
            throw new IllegalStateException(command + ": " + outcome.err().strip());
        }
        return outcome.out();
    }

    /** Type a script and wait until it has said that it ended. */
    Typed type(Step.Language language, String target, String text, Duration timeout) {
        String mark = UUID.randomUUID().toString();
        Outcome outcome =
                script(Responder.class, "step.sh", text, timeout, List.of(mark, language.commandLine(), target));
        return Typed.of(outcome, mark);
    }

    Command command(String input, Duration timeout, List<String> arguments) {
        return new Command(USER, arguments, variables(), input, timeout);
    }

    private Map<String, String> variables() {
        String store = stores.isEmpty() ? "store" : stores.get(0);
        return Map.of("HOME", HOME, "USER", USER, "LANG", "C.UTF-8", "PASSWORD_STORE_DIR", HOME + "/" + store);
    }
}
