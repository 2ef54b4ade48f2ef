package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import dev.blackstart.terminal.Counts;
import dev.blackstart.terminal.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the newest archives as somebody can who has taken over a host that pushes backups: with its tool, and with what it
 * holds. They are deleted where the tool no longer lists them, whatever lies behind that.
 *
 * @param client that host
 * @param first what is done before each of the two, such as to stop the timer and to say where the repository lies
 * @param list lists the archives by their names, the newest last
 * @param delete deletes those whose names it is given
 */
@Word("deleted-archives")
record DeletedArchives(String client, int newest, Optional<String> first, String list, String delete)
        implements BackupDamage {
    private static final Duration WITHIN = Duration.ofMinutes(10);

    static Optional<DeletedArchives> read(Parameters parameters) {
        int newest = parameters.text("newest").map(Integer::parseInt).orElse(1);
        Optional<String> first = parameters.text("first");
        Optional<String> list = parameters.text("list");
        Optional<String> delete = parameters.text("delete");
        return parameters
                .text("from")
                .flatMap(host -> list.flatMap(
                        listing -> delete.map(words -> new DeletedArchives(host, newest, first, listing, words))));
    }

    @Override
    public Optional<String> from() {
        return Optional.of(client);
    }

    @Override
    public String sentence(String kept) {
        return "the newest %s at %s deleted from %s, with what is held there"
                .formatted(newest == 1 ? "archive is" : Counts.of(newest, "archive") + " are", kept, client);
    }

    @Override
    public String detector() {
        return "one that counts archives, or asks how old the newest is";
    }

    @Override
    public Seen carryOut(Target target) {
        List<String> all = listed(target.from());
        if (all.size() < newest) {
            throw new BackupException("%s lists %s, and %d are to be deleted"
                    .formatted(target.from().name(), Counts.of(all.size(), "archive"), newest));
        }
        List<String> chosen = all.subList(all.size() - newest, all.size());
        Duration at = target.ticker().elapsed();
        run(target.from(), delete, chosen);
        List<String> left = new ArrayList<>(listed(target.from()));
        left.retainAll(chosen);
        if (!left.isEmpty()) {
            throw new BackupException("the archives at %s:%s were deleted from %s, and are still listed: %s"
                    .formatted(
                            target.host().name(),
                            target.source().name(),
                            target.from().name(),
                            String.join(", ", left)));
        }
        return new Seen(
                at,
                "%s: the newest %s of %d at %s:%s deleted, and no longer listed: %s"
                        .formatted(
                                target.from().name(),
                                Counts.of(newest, "archive"),
                                all.size(),
                                target.host().name(),
                                target.source().name(),
                                String.join(", ", chosen)));
    }

    private List<String> listed(Host host) {
        return run(host, list, List.of())
                .out()
                .lines()
                .filter(name -> !name.isBlank())
                .toList();
    }

    private Outcome run(Host host, String what, List<String> names) {
        List<String> words = new ArrayList<>(
                List.of("bash", "-c", first.map(before -> before + "\n").orElse("") + what, "bash"));
        words.addAll(names);
        Outcome outcome =
                host.run(Command.as("root", words.toArray(String[]::new)).within(WITHIN));
        if (!outcome.succeeded()) {
            throw new BackupException("on %s, this did not end well: %s: %s"
                    .formatted(host.name(), Excerpt.line(what), Excerpt.line(outcome.err())));
        }
        return outcome;
    }
}
