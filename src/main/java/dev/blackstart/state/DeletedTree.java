package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletes a directory with all that is in it: what {@code rm -r} in the wrong place does. */
@Word("deleted-tree")
record DeletedTree(Optional<String> path) implements FilesDamage {
    static Optional<DeletedTree> read(Parameters parameters) {
        return Optional.of(new DeletedTree(parameters.text("path")));
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("one that counts the files");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return where("a directory", host) + " is deleted";
    }

    @Override
    public Seen carryOut(Target target) {
        DamagedFiles files = new DamagedFiles(target);
        String tree = files.tree(path);
        Duration at = target.ticker().elapsed();
        String inside = path.equals(Optional.of(FilesDifferences.TOP)) ? "1" : "";
        Map<String, String> seen = files.seen("delete", List.of(tree, inside));
        return new Seen(
                at,
                "%s: %s%s deleted, with %s of %s: looked for, and gone"
                        .formatted(
                                target.host().name(),
                                inside.isEmpty() ? "" : "everything in ",
                                DamagedFiles.shown(tree),
                                Counts.of(DamagedFiles.number(seen, "files"), "file"),
                                Counts.of(DamagedFiles.number(seen, "bytes"), "byte")));
    }
}
