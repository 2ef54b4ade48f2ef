package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Encrypts every file below a path in place, with a key as long as the files that nobody keeps: what is left of them says nothing.
 *
 * @param extension what their names get at the end; empty: they keep them
 */
@Word("ransomed-files")
record RansomedFiles(Optional<String> path, String extension) implements FilesDamage {
    static Optional<RansomedFiles> read(Parameters parameters) {
        return Optional.of(new RansomedFiles(
                parameters.text("path"), parameters.text("extension").orElse("")));
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
        return where("a directory", host) + " is encrypted, and its key thrown away";
    }

    @Override
    public Seen carryOut(Target target) {
        DamagedFiles files = new DamagedFiles(target);
        String tree = files.tree(path);
        Duration at = target.ticker().elapsed();
        Map<String, String> seen = files.seen("ransom", List.of(tree, extension));
        return new Seen(
                at,
                "%s: %s in %s encrypted in place, %s, at last %s: each was read again, and the key is nowhere"
                        .formatted(
                                target.host().name(),
                                Counts.of(DamagedFiles.number(seen, "files"), "file"),
                                DamagedFiles.shown(tree),
                                Counts.of(DamagedFiles.number(seen, "bytes"), "byte"),
                                DamagedFiles.shown(seen, "first")));
    }
}
