package dev.blackstart.definition;

import dev.blackstart.definition.DrillDefinition.Erase;
import dev.blackstart.terminal.Durations;
import java.time.Duration;
import java.util.Optional;

/** Decodes how a workload erases some of its writes again. */
final class EraseReader {
    private static final int EACH_TENTH = 10;
    private static final int QUARTERS = 4;

    private final Problems problems;

    EraseReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Read it. A write is erased when it is old enough for a backup to have come between the two: what only a backup
     * from before its erasure holds is what comes back.
     *
     * @param perSecond of the writes
     * @param lasts for how long they are made
     */
    Optional<Erase> read(Yaml erase, double perSecond, Duration lasts) {
        int every = erase.number("every").orElse(EACH_TENTH);
        Duration after = lasts.dividedBy(QUARTERS);
        String body = erase.text("body").orElse("");
        checkId(erase, body);
        if (perSecond * lasts.minus(after).toMillis() / 1000 < every) {
            problems.error(
                    erase.named(),
                    "the workload ends before it erases anything: one of %d writes is, once it is %s old"
                            .formatted(every, Durations.text(after)),
                    "Let it erase more of them (`every`), or let it last longer (`for`).");
        }
        return erase.text("path")
                .map(path -> new Erase(erase.text("method").orElse("DELETE"), path, body, every, after, erase.named()));
    }

    private void checkId(Yaml erase, String body) {
        erase.get("path")
                .filter(path -> !(path.text().orElse("") + body).contains(RequestReader.ID))
                .ifPresent(path -> problems.error(
                        erase.named(),
                        "erase says of no write in particular that it is erased",
                        "Put ${id} into its `path` or `body`: so that the write that it erases can be looked for."));
    }
}
