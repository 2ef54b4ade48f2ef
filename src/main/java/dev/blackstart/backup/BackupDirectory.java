package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A directory below which all lies, whatever tool wrote it. */
@Word("directory")
record BackupDirectory(String path) implements BackupSource {
    static Optional<BackupDirectory> read(Parameters parameters) {
        return parameters.text("path").map(BackupDirectory::new);
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public void empty(Host host) {
        run(host, "-delete");
        String left = run(host, "-print", "-quit").out().strip();
        if (!left.isEmpty()) {
            throw new BackupException(
                    "the backups at %s:%s were emptied, and %s is still there".formatted(host.name(), path, left));
        }
    }

    private Outcome run(Host host, String... action) {
        List<String> find = new ArrayList<>(List.of("find", path, "-mindepth", "1"));
        find.addAll(List.of(action));
        Outcome outcome = host.run(Command.as("root", find.toArray(String[]::new)));
        if (!outcome.succeeded()) {
            throw new BackupException("the backups at %s:%s could not be emptied: %s"
                    .formatted(host.name(), path, outcome.err().strip()));
        }
        return outcome;
    }
}
