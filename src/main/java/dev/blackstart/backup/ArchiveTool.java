package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
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
 * How somebody deletes the newest archives who has taken over a host that pushes them, in the words of a drill.
 *
 * @param client that host
 * @param newest how many
 * @param first what is done before each of the two, such as to stop the timer and to say where the repository lies
 * @param list lists the archives by their names, the newest last
 * @param delete deletes those whose names it is given
 */
record ArchiveTool(String client, int newest, Optional<String> first, String list, String delete) {
    private static final Duration WITHIN = Duration.ofMinutes(10);

    static Optional<ArchiveTool> read(Parameters parameters) {
        int newest = parameters.text("newest").map(Integer::parseInt).orElse(1);
        Optional<String> first = parameters.text("first");
        Optional<String> list = parameters.text("list");
        Optional<String> delete = parameters.text("delete");
        return parameters
                .text("from")
                .flatMap(client -> list.flatMap(
                        listing -> delete.map(deleting -> new ArchiveTool(client, newest, first, listing, deleting))));
    }

    List<String> listed(Host host) {
        return succeeded(host, list, run(host, list, List.of()))
                .out()
                .lines()
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** The last of them; throws {@link BackupException} where there are fewer. */
    List<String> newest(Host host, List<String> all) {
        if (all.size() < newest) {
            throw new BackupException("%s lists %s, and %d are to be deleted"
                    .formatted(host.name(), Counts.of(all.size(), "archive"), newest));
        }
        return all.subList(all.size() - newest, all.size());
    }

    /** Such as {@code 2 archives}; of one, the noun alone. */
    String words() {
        return newest == 1 ? "archive" : Counts.of(newest, "archive");
    }

    void delete(Host host, List<String> names) {
        succeeded(host, delete, tryToDelete(host, names));
    }

    Outcome tryToDelete(Host host, List<String> names) {
        return run(host, delete, names);
    }

    private Outcome run(Host host, String what, List<String> names) {
        List<String> words = new ArrayList<>(
                List.of("bash", "-c", first.map(before -> before + "\n").orElse("") + what, "bash"));
        words.addAll(names);
        return host.run(Command.as("root", words.toArray(String[]::new)).within(WITHIN));
    }

    private static Outcome succeeded(Host host, String what, Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new BackupException("on %s, this did not end well: %s: %s"
                    .formatted(host.name(), Excerpt.line(what), Excerpt.line(outcome.err())));
        }
        return outcome;
    }
}
