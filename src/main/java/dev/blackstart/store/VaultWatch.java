package dev.blackstart.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.blackstart.machine.Command;
import dev.blackstart.machine.Desk;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.store.VaultApi.Ask;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees by a vault's own log what it gave to whom. The vault writes it before it answers, so what a step was given stands there
 * when the step has ended. To be seen itself, the watch asks, without any login, for a path that nobody has: a log in which that
 * is not to be found is not the log of the vault that answers, and tells nothing.
 */
final class VaultWatch implements StoreWatch {
    private static final String MARKS = "blackstart-watch/";
    private static final String NONE = "-";
    private static final Duration READ_WITHIN = Duration.ofMinutes(1);

    private final OpenBaoStore vault;
    private final Ground ground;
    private final VaultApi api;
    private final VaultChanges changes;
    private final Instant since;
    private Optional<String> desk = Optional.empty();
    private Optional<Host> machine = Optional.empty();
    private String file = NONE;
    private long read;
    private Set<String> withheld = Set.of();

    VaultWatch(OpenBaoStore vault, Ground ground, VaultApi api, VaultChanges changes) {
        this.vault = vault;
        this.ground = ground;
        this.api = api;
        this.changes = changes;
        this.since = now(ground.desk());
        machine = there();
        if (machine.isPresent() && lines(machine.get()).isEmpty()) {
            throw new StoreException("what the vault logs on %s in %s cannot be read"
                    .formatted(machine.get().name(), vault.audit()));
        }
    }

    /** By the clock of the replica, which is the vault's. */
    private static Instant now(Desk desk) {
        Outcome outcome = StoreException.check(
                "the responder does not know the time", desk.run("", READ_WITHIN, List.of("date", "+%s")));
        return Instant.ofEpochSecond(Long.parseLong(outcome.out().strip()));
    }

    private Optional<Host> there() {
        return vault.service().flatMap(ground::machine);
    }

    @Override
    public Optional<Seen> until(String mark) {
        Optional<Seen> seen = look(mark);
        seen.ifPresent(this::mustWithhold);
        changes.again(ground.desk());
        withheld = changes.withheld();
        return seen;
    }

    private Optional<Seen> look(String mark) {
        boolean awake = api.ask(ground.desk(), new Ask("GET", vault.data(MARKS + mark)).byAnybody())
                .awake();
        Optional<Host> now = there();
        boolean lost = machine.isPresent() && !now.equals(machine);
        if (!now.equals(machine)) {
            file = NONE;
            read = 0;
        }
        machine = now;
        Optional<List<String>> lines = now.isPresent() ? lines(now.get()) : Optional.of(List.of());
        if (lost || lines.isEmpty()) {
            return Optional.empty();
        }
        VaultLog log = new VaultLog(vault, MARKS, lines.get());
        Optional<String> from = log.from(mark);
        if (awake && from.isEmpty()) {
            return Optional.empty();
        }
        desk = from.or(() -> desk);
        return Optional.of(log.seen(api::own, since, desk));
    }

    /** The machine's new lines; empty where it cannot be said which these are. */
    private Optional<List<String>> lines(Host host) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Outcome outcome = host.stream(
                new Command(
                        "root",
                        Scripts.bash(
                                VaultWatch.class, "vault-log.sh", List.of(vault.audit(), file, Long.toString(read))),
                        Map.of(),
                        "",
                        READ_WITHIN),
                out);
        if (!outcome.succeeded()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (String line : out.toString(UTF_8).split("(?<=\n)")) {
            if (line.startsWith("file ")) {
                String[] words = line.strip().split(" ");
                file = words[1];
                read = Long.parseLong(words[2]);
            } else if (line.endsWith("\n")) {
                lines.add(line);
                read += line.getBytes(UTF_8).length;
            }
        }
        return Optional.of(lines);
    }

    /** What was given although it was to be withheld makes a recovery that nothing was taken away from. */
    private void mustWithhold(Seen seen) {
        seen.opened().stream().filter(withheld::contains).findFirst().ifPresent(secret -> {
            throw new StoreException(
                    "%s was to be withheld, and the vault gave it: the step that brings the vault back opens it, too"
                            .formatted(secret));
        });
    }

    /** It is nothing that goes on by itself. */
    @Override
    public void close() {}
}
