package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives everything below a path to root, or to nobody where it is root's: what a copy by the wrong user leaves. */
@Word("changed-owner")
record ChangedOwner(Optional<String> path) implements FilesDamage {
    static Optional<ChangedOwner> read(Parameters parameters) {
        return Optional.of(new ChangedOwner(parameters.text("path")));
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("`find /srv/uploads ! -user www-data`");
    }

    /** Whoever knows whose it was gives it back. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return where("a directory", host) + " is given to another owner";
    }

    @Override
    public Seen carryOut(Target target) {
        DamagedFiles files = new DamagedFiles(target);
        String tree = files.tree(path);
        Duration at = target.ticker().elapsed();
        Map<String, String> seen = files.seen("owner", List.of(tree));
        return new Seen(
                at,
                "%s: %s in %s given to %s, at last %s, which was of %s: each was looked at again"
                        .formatted(
                                target.host().name(),
                                Counts.of(DamagedFiles.number(seen, "paths"), "path"),
                                DamagedFiles.shown(tree),
                                seen.get("is"),
                                DamagedFiles.shown(seen, "first"),
                                seen.get("was")));
    }
}
