package dev.blackstart.state;

import dev.blackstart.kind.Parameters;
import dev.blackstart.kind.Word;
import java.time.Duration;
import java.util.Optional;

/**
 * Flips a few bytes of one page of a table, in its file, after a checkpoint: what a failing disk does. The page is a cold one
 * of the table's middle half: of a page that lies in a buffer, readers would go on to see the good copy.
 */
@Word("flipped-page")
record FlippedPage(String table, PagePart part) implements PostgresqlDamage {
    private static final String COLD = "cold";

    static Optional<FlippedPage> read(Parameters parameters) {
        boolean cold = parameters.text("page").orElse(COLD).equals(COLD);
        Optional<PagePart> part = parameters.text("part").map(PagePart::of).orElse(Optional.of(PagePart.MIDDLE));
        return parameters
                .text("table")
                .filter(table -> cold)
                .flatMap(table -> part.map(which -> new FlippedPage(table, which)));
    }

    @Override
    public Optional<String> detector() {
        return Optional.of("pg_amcheck");
    }

    @Override
    public boolean needsBackup() {
        return true;
    }

    @Override
    public String sentence(String host) {
        return part.called() + "a cold page of table " + table + " on " + host + " is damaged";
    }

    @Override
    public Seen carryOut(Target target) {
        RelationPages pages = RelationPages.ofTable(target, table);
        RelationPages.Choice chosen = pages.cold(target.random());
        DiskFile file = pages.file(chosen.page());
        long start = pages.start(chosen.page());
        long offset = start + part.within(file, start, pages.size());
        Duration at = target.ticker().elapsed();
        file.flip(offset, part.bytes());
        return new Seen(
                at,
                "%s: %d bytes flipped at offset %d of %s: %s%s"
                        .formatted(
                                target.host().name(),
                                part.bytes(),
                                offset,
                                file.path(),
                                part.called(),
                                pages.told(chosen)));
    }
}
