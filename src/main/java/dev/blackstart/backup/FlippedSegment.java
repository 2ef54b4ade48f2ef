package dev.blackstart.backup;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import dev.blackstart.machine.Command;
import dev.blackstart.machine.Outcome;
import dev.blackstart.machine.Scripts;
import dev.blackstart.terminal.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns some bytes amid each of the newest files: what a failing disk leaves, and nobody sees before they are read. The files
 * keep their times, as nobody has written them.
 *
 * @param below where the files lie that are meant, as seen from the backups' own path
 * @param newest how many are damaged, the newest first
 * @param atLeast files with fewer bytes are left out: a disk that rots hits what is large
 */
@Word("flipped-segment")
record FlippedSegment(Optional<String> below, int newest, long atLeast) implements BackupDamage {
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final String DONE = "done";

    /** Fewer bytes are a lock, an index, the end of a transaction. */
    private static final long HOLDS_DATA = 1_000;

    static Optional<FlippedSegment> read(Parameters parameters) {
        return Optional.of(new FlippedSegment(
                parameters.text("below"),
                parameters.text("newest").map(Integer::parseInt).orElse(1),
                parameters.text("atLeast").map(Long::parseLong).orElse(HOLDS_DATA)));
    }

    @Override
    public String sentence(String kept) {
        return "bytes are flipped in the newest %s of the backups at %s"
                .formatted(newest == 1 ? "file" : Counts.of(newest, "file"), path(kept));
    }

    @Override
    public String detector() {
        return "one that reads all that is kept";
    }

    @Override
    public Seen carryOut(Target target) {
        String path = path(target.source().path());
        Duration at = target.ticker().elapsed();
        Outcome outcome = target.host()
                .run(Command.as(
                                "root",
                                "perl",
                                "-e",
                                Scripts.text(FlippedSegment.class, "flip-newest.pl"),
                                path,
                                String.valueOf(newest),
                                String.valueOf(atLeast),
                                String.valueOf(target.random().nextInt(Integer.MAX_VALUE)))
                        .within(WITHIN));
        List<String> seen = new ArrayList<>(outcome.out().lines().toList());
        if (!outcome.succeeded()
                || seen.size() != newest + 1
                || !seen.remove(seen.size() - 1).equals(DONE)) {
            throw new BackupException("the backups at %s:%s could not be damaged: %s"
                    .formatted(target.host().name(), path, outcome.err().strip()));
        }
        return new Seen(at, "%s: %s".formatted(target.host().name(), String.join("; ", seen)));
    }

    private String path(String kept) {
        return below.map(part -> kept + "/" + part).orElse(kept);
    }
}
