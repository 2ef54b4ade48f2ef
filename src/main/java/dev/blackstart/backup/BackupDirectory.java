package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Host;
import dev.blackstart.machine.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
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

    /** Locks come and go with every attempt, and an attempt that fails leaves files with nothing in them. */
    @Override
    public Optional<Instant> newest(Host host) {
        String script =
                "find \"$1\" -type f -size +0 ! -name '*lock*' -printf '%T@\\n' 2>/dev/null | sort -n | tail -n 1";
        String seconds = shell(host, "cannot be looked at", script);
        return Optional.of(seconds).filter(text -> !text.isEmpty()).map(BackupDirectory::moment);
    }

    private static Instant moment(String seconds) {
        BigDecimal exact = new BigDecimal(seconds);
        return Instant.ofEpochSecond(
                exact.longValue(),
                exact.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }

    /** On the same file system, so that nothing is copied, however large it is, and what writes there goes on writing there. */
    @Override
    public Restore withhold(Host host) {
        String aside = shell(host, "could not be taken away", """
                aside=$(mktemp -d "$1/.withheld-XXXXXXXX") || exit
                for try in 1 2 3 4 5; do
                    find "$1" -mindepth 1 -maxdepth 1 ! -path "$aside" -exec mv -t "$aside" {} +
                    left=$(find "$1" -mindepth 1 -maxdepth 1 ! -path "$aside") || exit
                    if [ -z "$left" ]; then echo "$aside"; exit; fi
                done
                exit 1""");
        return () -> putBack(host, aside);
    }

    /** A copy is whole where nothing was written while it was made. */
    @Override
    public Restore keep(Host host) {
        String aside = shell(host, "change too fast to be copied", """
                list() { find "$1" -type f -printf '%P %s %T@\\n' | sort; }
                aside=$(mktemp -d "$(dirname "$1")/.kept-XXXXXXXX") || exit
                for try in 1 2 3 4 5 6 7 8 9 10; do
                    before=$(list "$1")
                    find "$aside" -mindepth 1 -delete
                    if cp -a "$1/." "$aside" && [ "$before" = "$(list "$1")" ]; then echo "$aside"; exit; fi
                done
                exit 1""");
        return () -> putBack(host, aside);
    }

    private void putBack(Host host, String aside) {
        shell(
                host,
                "could not be given back",
                "find \"$1\" -mindepth 1 -maxdepth 1 ! -path \"$2\" -exec rm -rf {} +"
                        + " && find \"$2\" -mindepth 1 -maxdepth 1 -exec mv -t \"$1\" {} + && rmdir \"$2\"",
                aside);
    }

    private String shell(Host host, String fault, String script, String... arguments) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, "sh", path));
        words.addAll(List.of(arguments));
        Outcome outcome = host.run(Command.as("root", words.toArray(String[]::new)));
        if (!outcome.succeeded()) {
            throw new BackupException("the backups at %s:%s %s: %s"
                    .formatted(host.name(), path, fault, outcome.err().strip()));
        }
        return outcome.out().strip();
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
