package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the content of each of two files into the other: each is there, whole and well, and under the wrong name. */
@Word("swapped-contents")
record SwappedContents(Optional<String> path) implements FilesDamage {
    /** So many others are tried: some may hold the same. */
    private static final int TRIED = 100;

    static Optional<SwappedContents> read(Parameters parameters) {
        return Optional.of(new SwappedContents(parameters.text("path")));
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
        return where("a file", host) + " gets the content of another one, which gets its";
    }

    @Override
    public Seen carryOut(Target target) {
        DamagedFiles files = new DamagedFiles(target);
        List<String> chosen = new ArrayList<>(files.files(TRIED));
        path.ifPresent(path -> chosen.add(0, files.file(Optional.of(path))));
        Duration at = target.ticker().elapsed();
        Map<String, String> seen = files.seen("swap", chosen);
        return new Seen(
                at,
                "%s: the contents of %s (%s) and %s (%s) swapped: each was read again"
                        .formatted(
                                target.host().name(),
                                DamagedFiles.shown(chosen.get(0)),
                                Counts.of(DamagedFiles.number(seen, "size"), "byte"),
                                DamagedFiles.shown(seen, "other"),
                                Counts.of(DamagedFiles.number(seen, "othersize"), "byte")));
    }
}
