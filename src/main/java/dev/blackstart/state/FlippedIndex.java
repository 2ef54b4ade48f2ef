package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.time.Duration;
import java.util.Optional;

/**
 * Flips 16 bytes in the middle of a cold page of an index, after a checkpoint: what a failing disk does. The table is sound,
 * and whoever comes by way of the index may not find what is there, or twice.
 */
@Word("flipped-index")
record FlippedIndex(String index) implements PostgresqlDamage {
    private static final int BYTES = 16;

    static Optional<FlippedIndex> read(Parameters parameters) {
        return parameters.text("index").map(FlippedIndex::new);
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("pg_amcheck --heapallindexed");
    }

    /** {@code REINDEX} makes it anew from the table. */
    @Override
    public boolean needsBackup() {
        return false;
    }

    @Override
    public String sentence(String host) {
        return "a cold page of index " + index + " on " + host + " is damaged";
    }

    @Override
    public Seen carryOut(Target target) {
        RelationPages pages = RelationPages.ofIndex(target, index);
        RelationPages.Choice chosen = pages.cold(target.random());
        DiskFile file = pages.file(chosen.page());
        long offset = pages.start(chosen.page()) + pages.size() / 2;
        Duration at = target.ticker().elapsed();
        file.flip(offset, BYTES);
        return new Seen(
                at,
                "%s: %d bytes flipped at offset %d of %s: %s"
                        .formatted(target.host().name(), BYTES, offset, file.path(), pages.told(chosen)));
    }
}
