package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a file in half: what a full disk and a copy that broke off leave. */
@Word("truncated-file")
record TruncatedFile(Optional<String> path) implements FilesDamage {
    static Optional<TruncatedFile> read(Parameters parameters) {
        return Optional.of(new TruncatedFile(parameters.text("path")));
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("`sha256sum --check`");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return where("a file", host) + " is cut in half";
    }

    @Override
    public Seen carryOut(Target target) {
        DamagedFiles files = new DamagedFiles(target);
        String file = files.file(path);
        Duration at = target.ticker().elapsed();
        Map<String, String> seen = files.seen("truncate", List.of(file));
        return new Seen(
                at,
                "%s: %s cut: it had %s and has %,d"
                        .formatted(
                                target.host().name(),
                                DamagedFiles.shown(file),
                                Counts.of(DamagedFiles.number(seen, "was"), "byte"),
                                DamagedFiles.number(seen, "is")));
    }
}
