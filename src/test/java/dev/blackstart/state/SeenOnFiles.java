package dev.blackstart.state;

import dev.blackstart.testing.FakeTicker;
import dev.blackstart.testing.ThisMachine;
import dev.blackstart.testing.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Damages real files, new ones each time, and asks everybody who may see it. Only root gives files away. */
final class SeenOnFiles {
    private static final String MARK = "blackstart-1f2e3d";
    private static final Map<String, String> MAY = Map.of("path", "2026/may");

    /** A file that is newer than all of them, and older than what is done to them. */
    private static final String WRITTEN_BY_NOW = """
            while touch ../now; find . -cnewer ../now | grep -q .; do :; done
            """;

    /** What is done: a damage's word and keys, or {@code run} and a script. */
    private record Row(String called, String word, Map<String, String> keys) {}

    private static final List<Row> ROWS = List.of(
            new Row("nothing", "", Map.of()),
            new Row("`deleted-tree`", "deleted-tree", MAY),
            new Row("`truncated-file`", "truncated-file", Map.of("path", "2026/may/7.jpg")),
            new Row("`changed-owner`", "changed-owner", MAY),
            new Row("`changed-mode`", "changed-mode", MAY),
            new Row("`ransomed-files`", "ransomed-files", MAY),
            new Row("… `extension: .locked`", "ransomed-files", Map.of("path", "2026/may", "extension", ".locked")),
            new Row("`swapped-contents`", "swapped-contents", Map.of()),
            new Row("`run`: a byte that the disk forgot", "run", Map.of("run", """
                    perl -e 'open F, "+<", shift; seek F, 3000, 0; read F, $b, 1; seek F, 3000, 0; print F ~$b' 2026/may/7.jpg
                    touch -d '2026-05-01 12:00' 2026/may/7.jpg
                    """ + WRITTEN_BY_NOW)),
            new Row("`run`: a file in another's place", "run", Map.of("run", """
                    cp -p 2026/june/7.jpg 2026/may/7.jpg""")));

    /** Scripts that tell of a damage by saying something else than before it. */
    private static final Map<String, String> SCRIPTS = new LinkedHashMap<>();

    static {
        SCRIPTS.put("a count", "find . -type f | wc -l");
        SCRIPTS.put("the sum of sizes", "find . -type f -printf '%s\\n' | awk '{ sum += $1 } END { print sum }'");
        SCRIPTS.put("names and sizes", "find . -type f -printf '%p %s\\n' | sort");
        SCRIPTS.put("`find -newer`", "find . -type f -newer ../now");
        SCRIPTS.put("`find -cnewer`", "find . -type f -cnewer ../now");
        SCRIPTS.put("owners and modes", "find . -printf '%p %u %g %m\\n' | sort");
        SCRIPTS.put("`rsync -an --delete`", "rsync -ani --delete ./ ../copy/");
        SCRIPTS.put("`sha256sum --check`", "sha256sum --check --quiet ../sums 2>&1 || true");
    }

    private final Tree tree;
    private final ThisMachine machine;
    private final FilesState state;
    private final Fingerprint before;
    private final Map<String, String> saidBefore = new LinkedHashMap<>();

    private SeenOnFiles(Path directory) {
        tree = new Tree(made(directory.resolve("up")));
        machine = new ThisMachine(made(directory.resolve("tools")));
        state = new FilesState(tree.path().toString(), List.of());
        tree.bash("""
                for month in 2026/may 2026/june; do
                    mkdir -p $month
                    for n in $(seq 20); do head -c $((n * 1000)) /dev/urandom >$month/$n.jpg; done
                done
                chown -R www-data:www-data .
                find . -exec touch -d '2026-05-01 12:00' {} +
                cp -a . ../copy
                find . -type f -exec sha256sum {} + >../sums
                """ + WRITTEN_BY_NOW);
        SCRIPTS.forEach((called, script) -> saidBefore.put(called, tree.bash(script)));
        before = state.fingerprint(machine, MARK);
    }

    static String table() {
        List<String> onlookers = new ArrayList<>(SCRIPTS.keySet());
        onlookers.add("our comparison");
        SeenTable table = new SeenTable("Files", onlookers);
        for (Row row : ROWS) {
            Scratch.in(directory -> {
                SeenOnFiles files = new SeenOnFiles(directory);
                files.damage(row);
                table.row(row.called(), files.seen());
            });
        }
        return table.text();
    }

    private void damage(Row row) {
        if (row.word().equals("run")) {
            tree.bash(row.keys().getOrDefault("run", ""));
        } else if (!row.word().isEmpty()) {
            Damage damage = Damage.KINDS
                    .read(row.word(), key -> Optional.ofNullable(row.keys().get(key)))
                    .orElseThrow();
            System.err.println(damage.carryOut(new Damage.Target(machine, state, MARK, new Random(7), new FakeTicker()))
                    .what());
        }
    }

    private List<String> seen() {
        List<String> words = new ArrayList<>();
        SCRIPTS.forEach(
                (called, script) -> words.add(SeenTable.word(!tree.bash(script).equals(saidBefore.get(called)))));
        words.add(SeenTable.word(
                !state.differences(before, state.remains(machine, MARK)).isEmpty()));
        return words;
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
