package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes everything below a path from all but its owner; what only its owner could read, everybody can read and write then. */
@Word("changed-mode")
record ChangedMode(Optional<String> path) implements FilesDamage {
    static Optional<ChangedMode> read(Parameters parameters) {
        return Optional.of(new ChangedMode(parameters.text("path")));
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("`find /srv/uploads ! -perm -o+r`");
    }

    /** Whoever knows what it was sets it again. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return where("a directory", host) + " gets other modes";
    }

    @Override
    public Seen carryOut(Target target) {
        DamagedFiles files = new DamagedFiles(target);
        String tree = files.tree(path);
        Duration at = target.ticker().elapsed();
        Map<String, String> seen = files.seen("mode", List.of(tree));
        return new Seen(
                at,
                "%s: the modes of %s in %s changed, at last of %s: it was %s and is %s; each was looked at again"
                        .formatted(
                                target.host().name(),
                                Counts.of(DamagedFiles.number(seen, "paths"), "path"),
                                DamagedFiles.shown(tree),
                                DamagedFiles.shown(seen, "first"),
                                seen.get("was"),
                                seen.get("is")));
    }
}
